internal import AcquisLedger
internal import Documents
internal import Events
internal import Files
internal import Sheets

/// The option of every list and report for a spreadsheet's file.
enum SheetOutput {
  static let option = Command.Option(
    name: "xlsx", value: "FILE",
    help: Text(
      "écrit les mêmes tableaux dans ce fichier .xlsx, lisible de son seul propriétaire",
      "write the same tables to this .xlsx file, for its owner alone"))
}

extension Invocation {
  /// Writes sheets to the file of `--xlsx`; without the option does nothing.
  ///
  /// - Parameter sheets: called only with the option.
  /// - Throws: ``Failure/usage(_:)`` for a file of another kind; ``Failure/input(_:)`` if it is there
  ///   already, ``Failure/ledger(_:)`` if it cannot be written: no file is left then.
  func writeSheets(_ sheets: () -> [Sheet]) throws(Failure) {
    guard let path = option("xlsx") else { return }
    guard path.hasSuffix(".xlsx") else {
      throw .usage(Text("--xlsx : un fichier .xlsx est attendu", "--xlsx: expected a .xlsx file"))
    }
    try write(sheets(), to: path)
  }

  /// Writes sheets to a file.
  ///
  /// - Throws: ``Failure/input(_:)`` if it is there already, ``Failure/ledger(_:)`` if it cannot be written:
  ///   no file is left then.
  func write(_ sheets: [Sheet], to path: String) throws(Failure) {
    do throws(SheetFailure) {
      var workbook = try Workbook(path)
      for sheet in sheets { try workbook.add(sheet) }
      try workbook.keep()
    } catch {
      throw Failure(error, at: path)
    }
  }
}

extension ReportTable {
  /// The table as a worksheet: numbers, percentages and days as such, all else as text.
  func sheet(in language: Language) -> Sheet {
    Sheet(
      name.text(in: language), headings: columns.map { $0.heading.text(in: language) },
      rows: rows.map { row in
        row.map { cell in
          switch cell {
          case .text(let text): .text(text.text(in: language))
          case .plain(let text): .text(text)
          case .number(let number): .number(number)
          case .percent(let percent): .percent(percent)
          case .day(let day): .day(day)
          case .empty: .empty
          }
        }
      })
  }
}

extension Cell {
  /// A day of the ledger.
  static func day(_ day: CalendarDate) -> Cell {
    let (year, month, number) = day.components
    return .day(year: year, month: month, day: number)
  }
}

extension Failure {
  /// The failure for a spreadsheet's file that could not be written.
  init(_ failure: SheetFailure, at path: String) {
    switch failure {
    case .file(let file) where file.isAlreadyThere || file.isNameTooLong:
      self = .input(file.text.at(path))
    case .file(let file): self = .ledger(file.text.at(path))
    case .library(let message):
      self = .ledger(
        Text(
          "le fichier de tableur ne peut pas être écrit : \(message)",
          "the spreadsheet's file cannot be written: \(message)"
        ).at(path))
    case .row(let number):
      self = .ledger(
        Text(
          "le fichier de tableur ne peut pas être écrit : la ligne \(number) est trop longue",
          "the spreadsheet's file cannot be written: row \(number) is too long"
        ).at(path))
    }
  }
}
