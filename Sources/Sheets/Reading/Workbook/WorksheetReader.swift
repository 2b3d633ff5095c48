internal import XML

/// Reads a worksheet's cells, event by event (ECMA-376, part 1, 18.3).
///
/// Cells and rows may come in any order and without their references: one without follows the one before it. Of
/// a formula only the value that the spreadsheet kept is read, and an error is its text, such as `#REF!`.
struct WorksheetReader {
  /// What all sheets of a workbook share.
  struct Shared {
    var strings: [String] = []
    var formats = NumberFormats()
    var countsFrom1904 = false
  }

  private let shared: Shared
  /// The sheet's number, from 1.
  private let page: Int
  private var row = 0
  private var column = -1
  private var kind = "n"
  private var style: Int?
  private var value: String?
  /// Other parts of a sheet, such as the anchors of buttons, have elements of the same names.
  private var isInData = false
  private var isInValue = false
  private var rich: RichText?
  private(set) var cells: [Int: [(column: Int, cell: ReadCell)]] = [:]
  private(set) var merged: [MergedCells] = []
  /// The cells that may still come, in this sheet and those after it.
  private(set) var remaining: Int

  init(_ shared: Shared, page: Int, remaining: Int) {
    self.shared = shared
    self.page = page
    self.remaining = remaining
  }

  mutating func take(_ event: XMLEvent) throws(SheetReadingFailure) {
    switch event {
    case .start("sheetData", _): isInData = true
    case .end("sheetData"): isInData = false
    case .start("row", let attributes) where isInData: try startRow(attributes)
    case .start("c", let attributes) where isInData: try startCell(attributes)
    case .end("c") where isInData: try endCell()
    case .start("v", _):
      isInValue = true
      value = value ?? ""
    case .end("v"): isInValue = false
    case .start("is", _): rich = RichText()
    case .start("mergeCell", let attributes):
      guard let cells = attributes["ref"].flatMap({ MergedCells($0) }) else {
        throw .cell(page: page, reference: "A1")
      }
      try count()
      merged.append(cells)
    case .text(let text):
      if isInValue { value?.append(text) } else { rich?.take(event) }
    case .start, .end: rich?.take(event)
    }
  }

  private mutating func startRow(_ attributes: XMLAttributes) throws(SheetReadingFailure) {
    if let text = attributes["r"] {
      guard let number = Int(text), number > 0 else {
        throw .cell(page: page, reference: CellReference(column: 0, row: row + 1).text)
      }
      row = number
    } else {
      row += 1
    }
    guard row <= SheetLimits.rows else { throw .tooManyRows }
    column = -1
    if cells[row] == nil {
      try count()
      cells[row] = []
    }
  }

  /// Counts a cell, a row or a merging.
  private mutating func count() throws(SheetReadingFailure) {
    remaining -= 1
    guard remaining >= 0 else { throw .tooManyCells }
  }

  private mutating func startCell(_ attributes: XMLAttributes) throws(SheetReadingFailure) {
    column += 1
    if let text = attributes["r"] {
      guard let place = CellReference(text), place.row == row else { throw wrong }
      column = place.column
    }
    guard column < SheetLimits.columns else { throw .tooManyColumns(row: row) }
    kind = attributes["t"] ?? "n"
    style = attributes["s"].flatMap { Int($0) }
    value = nil
    rich = nil
  }

  /// The place that is being read is wrong.
  private var wrong: SheetReadingFailure {
    .cell(
      page: page, reference: CellReference(column: max(0, column), row: max(1, row)).text)
  }

  private mutating func endCell() throws(SheetReadingFailure) {
    let cell = try content()
    rich = nil
    guard cell != .empty else { return }
    try count()
    cells[row, default: []].append((column, cell))
  }

  private func content() throws(SheetReadingFailure) -> ReadCell {
    if kind == "inlineStr" { return Self.text(FormulaMark.taken(off: rich?.text ?? "")) }
    guard let value, !value.isEmpty else { return .empty }
    switch kind {
    case "s":
      guard let index = Int(value), shared.strings.indices.contains(index) else { throw wrong }
      return Self.text(shared.strings[index])
    case "str": return Self.text(FormulaMark.taken(off: RichText.unescaped(value)))
    case "b":
      switch value {
      case "1", "true": return .boolean(true)
      case "0", "false": return .boolean(false)
      default: throw wrong
      }
    case "e": return .text(value)
    case "d": return try isoDay(value)
    case "n":
      guard let number = NumberText.value(value) else { throw wrong }
      let format = shared.formats[style]
      let day = SerialDay(number, countsFrom1904: shared.countsFrom1904)
      return day?.cell(format) ?? .number(number, NumberText.digits(of: number, format))
    default: throw wrong
    }
  }

  private static func text(_ text: String) -> ReadCell { text.isEmpty ? .empty : .text(text) }

  /// A day that is written as ISO 8601 has it, with its time unless that is zero.
  private func isoDay(_ text: String) throws(SheetReadingFailure) -> ReadCell {
    let parts = text.split(separator: "T", maxSplits: 1)
    let numbers = (parts.first ?? "").split(separator: "-").map { Int($0) }
    guard numbers.count == 3, let year = numbers[0], let month = numbers[1], let day = numbers[2],
      (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day)
    else { throw wrong }
    let cell = ReadCell.day(year: year, month: month, day: day)
    guard let time = parts.dropFirst().first,
      time.utf8.contains(where: { (UInt8(ascii: "1")...UInt8(ascii: "9")).contains($0) })
    else { return cell }
    return .text("\(cell.text) \(time)")
  }
}
