internal import Events
internal import Sheets

/// The row of headings of each tab that a plan reads.
struct HeadingRows {
  /// Where the two columns of a tab are, or are to be.
  struct Place: Hashable {
    let row: Int
    let state: Int
    let isNewState: Bool
    let toCorrect: Int
    let isNewToCorrect: Bool
  }

  private let rows: [Int: SheetFile.Row]

  init(_ file: SheetFile, _ plan: ImportPlan) {
    let wanted = Set(plan.columns.map { PlannedWord.key($0.heading) }.filter { !$0.isEmpty })
    var rows: [Int: SheetFile.Row] = [:]
    for (index, page) in file.pages.enumerated() {
      let isRead = plan.tabs.isEmpty ? !page.isHidden : plan.tabs.contains(page.name)
      if !isRead { continue }
      func rating(_ row: SheetFile.Row) -> Int {
        Set(row.cells.map { PlannedWord.key($0.text) }).intersection(wanted).count
      }
      // The row that the plan names, where it has headings; else the one with the most of them.
      let named = page.rows.first { $0.number == plan.headerRow }
      if let named, rating(named) * 2 > wanted.count {
        rows[index] = named
      } else if let best = Self.best(page.rows, rating) {
        rows[index] = best
      } else if let named, file.pages.count == 1 {
        rows[index] = named
      }
    }
    self.rows = rows
  }

  /// Rows that are searched for headings.
  private static let searched = 200

  /// The first of the rows that have the most headings; nil if none has any.
  private static func best(
    _ rows: [SheetFile.Row], _ rating: (SheetFile.Row) -> Int
  ) -> SheetFile.Row? {
    var best: (row: SheetFile.Row, rating: Int)?
    for row in rows.prefix(searched) {
      let rating = rating(row)
      if rating > best?.rating ?? 0 { best = (row, rating) }
    }
    return best?.row
  }

  /// - Parameter width: of the tab in cells: new columns are after it.
  func place(onPage page: Int, width: Int) -> Place? {
    guard let row = rows[page] else { return nil }
    let found = Self.columns(of: row)
    let state = found.state ?? width
    return Place(
      row: row.number, state: state, isNewState: found.state == nil,
      toCorrect: found.toCorrect ?? (found.state == nil ? width + 1 : width),
      isNewToCorrect: found.toCorrect == nil)
  }

  /// The columns that were written back, from 0.
  static func columns(of row: SheetFile.Row) -> (state: Int?, toCorrect: Int?) {
    func column(_ heading: Text) -> Int? {
      let keys = [PlannedWord.key(heading.french), PlannedWord.key(heading.english)]
      return row.cells.firstIndex { keys.contains(PlannedWord.key($0.text)) }
    }
    return (column(ReturnedSheet.state), column(ReturnedSheet.toCorrect))
  }
}
