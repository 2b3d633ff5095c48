internal import Events
internal import Sheets

/// The rows of a list in a spreadsheet's file: the columns that are on a screen alone are left out.
struct ListFile {
  let columns: [Listing.Column]
  private let language: Language
  /// The places of ``columns`` in a row of the list.
  private let places: [Int]

  /// - Parameters:
  ///   - columns: those of the list.
  ///   - language: of the sentences among exact values, and of a workbook.
  init(_ columns: [Listing.Column], in language: Language) {
    places = columns.indices.filter { !columns[$0].isOnScreenOnly }
    self.columns = places.map { columns[$0] }
    self.language = language
  }

  /// The first bytes of a text file: its mark, and the row of headings.
  func head(_ style: CSVStyle) -> [UInt8] {
    let headings = columns.map { column in
      switch style {
      case .standard: column.name
      case .french: column.heading.text(in: .french)
      }
    }
    return Array(style.preamble.utf8) + bytes(headings, style)
  }

  /// A row of a text file.
  func line(_ cells: [ListCell], _ style: CSVStyle) -> [UInt8] {
    let fields = places.map { place in
      switch style {
      case .standard: cells[place].exact(in: language)
      case .french: cells[place].shown(in: .french)
      }
    }
    return bytes(fields, style)
  }

  /// A row of a workbook.
  func sheetCells(_ cells: [ListCell]) -> [Cell] {
    places.map { cells[$0].sheetCell(in: language) }
  }

  private func bytes(_ fields: [String], _ style: CSVStyle) -> [UInt8] {
    style.lines([fields]).flatMap { Array(($0 + "\r\n").utf8) }
  }
}
