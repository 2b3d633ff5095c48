public import Files

/// Why a spreadsheet could not be written. Holds no path and no content.
public enum SheetFailure: Error, Equatable, Sendable {
  /// The file could not be made, or its name is taken (`isAlreadyThere`).
  case file(FileFailure)
  /// libxlsxwriter refused; its own message, in English.
  case library(String)
  /// A row has more cells than there are headings.
  case row(Int)
}
