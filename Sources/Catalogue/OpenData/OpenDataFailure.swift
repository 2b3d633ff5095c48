public import Archive
public import Sheets

/// Why an export cannot be read. A file is known by its name, a column by its header; what a cell says
/// is not repeated.
public enum OpenDataFailure: Error, Hashable, Sendable {
  /// No `export_fiches_CSV_Standard_….csv`.
  case noFiches
  /// Two files of one kind and day, by their names.
  case repeatedFile(String, String)
  /// An archive that cannot be read, and the name of its file that cannot.
  case archive(ArchiveFailure, part: String?)
  /// A file that is not a text with separated cells, or is malformed.
  case unreadable(file: String, SheetReadingFailure)
  /// A workbook, or another file that is not text.
  case notText(file: String)
  /// A file without a row.
  case empty(file: String)
  /// A column that is not in the header, which is on this line.
  case missingColumn(String, file: String, line: Int)
  /// Two columns of one header.
  case repeatedColumn(String, file: String, line: Int)
  /// A row of the fiche or of its blocks that has more cells than the header.
  case tooManyCells(file: String, line: Int, expected: Int)
  /// Cells that are not what their columns have, at least one, in the order of reading.
  case cells([OpenDataCell])
}

/// A cell that is not what its column has.
public struct OpenDataCell: Error, Hashable, Sendable {
  public let expected: OpenDataExpectation
  /// The column's header.
  public let column: String
  /// The file's name.
  public let file: String
  /// The line on which the row begins, from 1.
  public let line: Int

  public init(_ expected: OpenDataExpectation, column: String, file: String, line: Int) {
    self.expected = expected
    self.column = column
    self.file = file
    self.line = line
  }

  /// The option that stands in for the cell; nil: there is none.
  public var option: String? { OpenDataDay(rawValue: column)?.option }
}

/// What a column has.
public enum OpenDataExpectation: Hashable, Sendable {
  /// A day, `31/08/2023`.
  case day
  /// A text that is not blank.
  case text
  /// At most so many characters.
  case atMost(characters: Int)
}
