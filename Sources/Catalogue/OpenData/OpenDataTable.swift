internal import Sheets
internal import Spelling

/// A file of the export: its header and its rows. Columns are found by their header, in any order.
struct OpenDataTable {
  let file: String
  private let columns: [String: Int]
  private let width: Int
  private let rows: ArraySlice<SheetFile.Row>
  private let key: Int

  /// Cost: the whole file is decoded, in proportion to its bytes.
  ///
  /// - Parameter file: its name, for a failure.
  init(_ bytes: [UInt8], of kind: OpenDataKind, file: String) throws(OpenDataFailure) {
    let pages: SheetFile
    do throws(SheetReadingFailure) {
      pages = try SheetFile(bytes, named: "export.csv")
    } catch {
      throw .unreadable(file: file, error)
    }
    guard case .text = pages.form, let page = pages.pages.first else { throw .notText(file: file) }
    guard let first = page.rows.firstIndex(where: { $0.cells.contains { !$0.trimmed.isEmpty } })
    else { throw .empty(file: file) }
    let header = page.rows[first]
    var columns: [String: Int] = [:]
    for (index, cell) in header.cells.enumerated() where !cell.trimmed.isEmpty {
      guard columns.updateValue(index, forKey: Self.key(cell.trimmed)) == nil else {
        throw .repeatedColumn(cell.trimmed, file: file, line: header.number)
      }
    }
    for name in kind.requiredColumns where columns[Self.key(name)] == nil {
      throw .missingColumn(name, file: file, line: header.number)
    }
    self.file = file
    self.columns = columns
    key = columns[Self.key("Numero_Fiche")] ?? 0
    width = header.cells.count
    rows = page.rows[(first + 1)...]
  }

  private static func key(_ header: String) -> String { FoldedName(header).joined }

  /// The numbers of the fiches, in the order of the file, with repetitions.
  var fiches: [String] {
    rows.compactMap { row in
      row.cells.indices.contains(key) ? FicheNumber.written(row.cells[key].text) : nil
    }
  }

  /// The rows of one fiche.
  func rows(of fiche: String) -> [OpenDataRow] {
    rows { cells in
      cells.indices.contains(key) && FicheNumber.written(cells[key].text) == fiche
    }
  }

  /// The rows of one fiche, none of which may have more cells than the header.
  ///
  /// - Throws: ``OpenDataFailure/tooManyCells(file:line:expected:)``.
  func soundRows(of fiche: String) throws(OpenDataFailure) -> [OpenDataRow] {
    let found = rows(of: fiche)
    if let first = found.first(where: \.hasSurplus) {
      throw .tooManyCells(file: file, line: first.line, expected: width)
    }
    return found
  }

  /// The rows in any cell of which a fiche is named.
  func rows(naming fiche: String) -> [OpenDataRow] {
    rows { cells in cells.contains { FicheNumber.all(in: $0.text).contains(fiche) } }
  }

  /// Every row that has no more cells than the header.
  var soundRows: [OpenDataRow] { rows.map(row).filter { !$0.hasSurplus } }

  /// Blank cells beyond the last column are dropped.
  private func row(_ row: SheetFile.Row) -> OpenDataRow {
    let cells = row.cells.map(\.trimmed)
    return OpenDataRow(
      file: file, line: row.number, cells: Array(cells.prefix(width)), columns: columns,
      hasSurplus: cells.dropFirst(width).contains { !$0.isEmpty })
  }

  private func rows(where isWanted: ([ReadCell]) -> Bool) -> [OpenDataRow] {
    rows.filter { isWanted($0.cells) }.map(row)
  }
}

extension ReadCell {
  /// The text on one line, without blanks at its ends: tabs, line breaks and no-break spaces too.
  fileprivate var trimmed: String {
    let text = text
    let isPlain = text.utf8.allSatisfy { 0x21...0x7E ~= $0 }
    if isPlain { return text }
    return text.unicodeScalars.split { $0.properties.isWhitespace || $0 == "\u{feff}" }
      .map(String.init).joined(separator: " ")
  }
}
