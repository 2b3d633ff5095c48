/// Rows of cells with their places, to write as one worksheet.
public struct PlacedRows: Hashable, Sendable {
  /// As for ``Sheet/name``.
  public let name: String
  public let isHidden: Bool
  /// The number of the row of headings, which is bold and stays on the screen; nil: none.
  public let headings: Int?
  /// Each row's number, from 1, and its cells from the first column.
  public let rows: [(number: Int, cells: [Cell])]

  public init(
    _ name: String, isHidden: Bool = false, headings: Int?, rows: [(number: Int, cells: [Cell])]
  ) {
    self.name = name
    self.isHidden = isHidden
    self.headings = headings
    self.rows = rows
  }

  public static func == (left: PlacedRows, right: PlacedRows) -> Bool {
    left.name == right.name && left.isHidden == right.isHidden && left.headings == right.headings
      && left.rows.map(\.number) == right.rows.map(\.number)
      && left.rows.map(\.cells) == right.rows.map(\.cells)
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(rows.count)
  }

  /// The width of each column in characters, as for ``Sheet``; rows above the headings do not count.
  var widths: [Int] {
    var widths: [Int] = []
    for (number, cells) in rows where number >= headings ?? 1 {
      for (column, cell) in cells.enumerated() {
        if column == widths.count { widths.append(6) }
        widths[column] = max(widths[column], cell.width)
      }
    }
    return widths.map { min(60, $0) + 2 }
  }
}
