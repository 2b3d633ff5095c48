internal import Sheets

/// A column of the plan where a tab has it.
struct LocatedColumn {
  let plan: PlannedColumn
  /// The index in the plan; nil: a column that the program wrote and the plan does not name.
  let index: Int?
  /// From 0.
  let column: Int
  /// As the tab has it, on one line; of a column without one its letters.
  let heading: String
  let words: WordTable
  /// Of a column that decides on blocks: which of the row's sessions.
  var session = ColumnSession.row
  /// Whether another column has the verdict on the same block at the same session.
  var isBesideVerdict = false
}

/// Where a tab has its headings and the plan's columns.
struct TabLayout {
  /// Rows that are searched for headings.
  private static let searched = 200

  /// The index of the headings' row.
  let header: Int
  /// By ``PlannedField/pass``, then from left to right.
  let columns: [LocatedColumn]
  /// The column of each column of the plan.
  let places: [Int?]
  /// By column, on one line; blank for a column without.
  let headings: [String]

  /// Nil: no row has at least half of the plan's headings.
  ///
  /// - Parameter row: the number of the row that has them before any other.
  init?(_ page: SheetFile.Page, _ plan: ImportPlan, preferring row: Int?) {
    let needed = max(1, (plan.columns.count + 1) / 2)
    var best: (index: Int, places: [Int?], count: Int)?
    func consider(_ index: Int) {
      let places = Self.places(page.rows[index], plan)
      let count = places.count { $0 != nil }
      if count >= needed, count > best?.count ?? 0 { best = (index, places, count) }
    }
    if let index = page.rows.firstIndex(where: { $0.number == row }) { consider(index) }
    if best == nil {
      for index in page.rows.indices.prefix(Self.searched) where !page.rows[index].cells.isEmpty {
        consider(index)
        if best?.count == plan.columns.count { break }
      }
    }
    guard let best else { return nil }
    header = best.index
    places = best.places
    let headings = page.rows[best.index].cells.map(\.text.onOneLine)
    self.headings = headings
    columns = Self.columns(plan, best.places, headings)
  }

  private static func columns(
    _ plan: ImportPlan, _ places: [Int?], _ headings: [String]
  ) -> [LocatedColumn] {
    func heading(_ column: Int) -> String {
      let text = column < headings.count ? headings[column] : ""
      return text.isEmpty ? letters(column) : text
    }
    var columns: [LocatedColumn] = []
    let sessions = ColumnSession.all(of: plan.columns, at: places)
    for (index, planned) in plan.columns.enumerated() {
      guard let column = places[index] else { continue }
      let peers = plan.columns.indices.filter {
        plan.columns[$0].field.isLike(planned.field) && sessions[$0] == sessions[index]
      }
      let verdict = planned.field.block.map { PlannedField.verdictOn($0) }
      columns.append(
        LocatedColumn(
          plan: planned, index: index, column: column, heading: heading(column),
          words: WordTable(planned.words, peers: peers.compactMap { places[$0] }),
          session: sessions[index] ?? .row,
          isBesideVerdict: verdict.map { verdict in
            plan.columns.indices.contains {
              plan.columns[$0].field == verdict && sessions[$0] == sessions[index]
            }
          } ?? false))
    }
    let taken = Set(places.compactMap { $0 })
    for (column, text) in headings.enumerated() where !taken.contains(column) && text.count < 40 {
      let key = PlannedWord.key(text)
      let field: PlannedField? =
        AnswerReader.stateHeadings.contains(key)
        ? .state : AnswerReader.correctHeadings.contains(key) ? .toCorrect : nil
      guard let field else { continue }
      columns.append(
        LocatedColumn(
          plan: PlannedColumn(text, field), index: nil, column: column, heading: text,
          words: WordTable([], peers: [])))
    }
    return columns.sorted { ($0.plan.field.pass, $0.column) < ($1.plan.field.pass, $1.column) }
  }

  /// Where a row has the plan's headings.
  private static func places(_ row: SheetFile.Row, _ plan: ImportPlan) -> [Int?] {
    var byKey: [String: [Int]] = [:]
    for (column, cell) in row.cells.enumerated() {
      let text = cell.text.onOneLine
      if !text.isEmpty { byKey[PlannedWord.key(text), default: []].append(column) }
    }
    return plan.columns.map { planned in
      let key = PlannedWord.key(planned.heading)
      if let columns = byKey[key], planned.occurrence <= columns.count, planned.occurrence > 0 {
        return columns[planned.occurrence - 1]
      }
      guard let column = column(ofLetters: planned.heading) else { return nil }
      let isBlank = column >= row.cells.count || row.cells[column].text.onOneLine.isEmpty
      return isBlank && !row.cells.isEmpty ? column : nil
    }
  }

  /// The column, from 0, of its letters: `K`, also `colonne K`, `column K`.
  private static func column(ofLetters heading: String) -> Int? {
    let words = heading.split(separator: " ")
    guard let last = words.last, 1...3 ~= last.utf8.count,
      words.count == 1
        || words.count == 2 && ["colonne", "column"].contains(words[0].lowercased()),
      last.utf8.allSatisfy({ 65...90 ~= $0 })
    else { return nil }
    return last.utf8.reduce(0) { $0 * 26 + Int($1) - 64 } - 1
  }

  /// `A`, `Z`, `AA`.
  static func letters(_ column: Int) -> String {
    var rest = column + 1
    var letters = ""
    while rest > 0 {
      letters = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + letters
      rest = (rest - 1) / 26
    }
    return letters
  }

  func hasHeading(_ column: Int) -> Bool {
    column < headings.count && !headings[column].isEmpty
  }

  /// Whether a row repeats the headings.
  func isHeadings(_ texts: [String]) -> Bool {
    var equal = 0
    var headed = 0
    for column in columns where column.column < headings.count {
      let heading = headings[column.column]
      if heading.isEmpty { continue }
      headed += 1
      if column.column < texts.count, texts[column.column].utf8.count >= heading.utf8.count,
        texts[column.column].onOneLine == heading
      {
        equal += 1
      } else if headed >= 3, equal == 0 {
        return false
      }
    }
    return equal >= min(2, headed) && equal * 2 >= headed && headed > 0
  }
}
