/// A table to write as one worksheet: a row of headings, then the rows.
public struct Sheet: Hashable, Sendable {
  /// The longest name of a worksheet, in UTF-16 units.
  static let longestName = 31

  /// As given. The worksheet's name is this one without the characters that spreadsheets forbid in it, cut,
  /// and numbered where an earlier worksheet has it.
  public let name: String
  public let columns: [SheetColumn]
  public let rows: [[Cell]]
  /// How many columns stay on the screen beside the row of headings.
  public let frozenColumns: Int
  /// A hidden sheet is for programs: a person does not see its tab.
  public let isHidden: Bool

  /// - Parameter rows: each with at most as many cells as there are columns; shorter ones end empty.
  public init(
    _ name: String, columns: [SheetColumn], rows: [[Cell]], frozenColumns: Int = 0,
    isHidden: Bool = false
  ) {
    self.name = name
    self.columns = columns
    self.rows = rows
    self.frozenColumns = frozenColumns
    self.isHidden = isHidden
  }

  /// A sheet of plain columns.
  public init(_ name: String, headings: [String], rows: [[Cell]]) {
    self.init(name, columns: headings.map { SheetColumn($0) }, rows: rows)
  }

  public var headings: [String] { columns.map(\.heading) }

  /// The width of each column in characters: that of its widest cell, from 6 to 60.
  var widths: [Int] {
    headings.indices.map { column in
      let cells = rows.lazy.compactMap { $0.indices.contains(column) ? $0[column].width : nil }
      return min(60, max(6, headings[column].count, cells.max() ?? 0) + 2)
    }
  }

  /// The name of its worksheet beside others.
  ///
  /// - Parameter taken: the names of the others, in lower case.
  func name(beside taken: Set<String>) -> String {
    let allowed = String(
      String.UnicodeScalarView(
        name.unicodeScalars.map { scalar in
          "[]:*?/\\".unicodeScalars.contains(scalar) || scalar.value < 0x20 ? " " : scalar
        }))
    let base = Self.trimmed(allowed).isEmpty ? "1" : Self.trimmed(allowed)
    var name = Self.cut(base, to: Self.longestName)
    var number = 1
    while taken.contains(name.lowercased()) {
      number += 1
      let end = " (\(number))"
      name = Self.cut(base, to: Self.longestName - end.count) + end
    }
    return name
  }

  /// Without blanks and apostrophes at either end, where a name may not have the latter.
  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while let first = text.first, " '".contains(first) { text.removeFirst() }
    while let last = text.last, " '".contains(last) { text.removeLast() }
    return String(text)
  }

  private static func cut(_ text: String, to limit: Int) -> String {
    var text = text
    while text.utf16.count > limit { text.removeLast() }
    return trimmed(text)
  }
}
