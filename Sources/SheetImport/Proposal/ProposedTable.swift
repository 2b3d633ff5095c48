internal import AcquisLedger
internal import Events
internal import Sheets
internal import Spelling

/// The rows of candidates in a sheet's tabs, with what stands around them.
struct ProposedTable {
  struct Row {
    /// The index of the tab in the file.
    let page: Int
    let row: SheetFile.Row

    func cell(_ column: Int) -> ReadCell {
      column < row.cells.count ? row.cells[column] : .empty
    }
  }

  /// The tabs with the same headings, in their order.
  var pages: [Int] = []
  /// Whether no visible tab is left.
  var isEveryTab = true
  var headerRow = 1
  /// On one line each; empty: none.
  var headings: [String] = []
  /// Of each column the other line of headings of two lines; empty: none.
  var contexts: [String] = []
  /// The number of the second line of headings.
  var secondLine: Int?
  var rows: [Row] = []
  /// Texts above the headings, and between the rows with the day of a jury.
  var titles: [String] = []
  var sections: [SeenDay] = []
  var leftOut = LeftOutRows()

  /// - Throws: ``ProposalFailure/noRows``, ``ProposalFailure/noHeadings``.
  init(
    _ file: SheetFile, isHeading: (String) -> Bool, today: CalendarDate
  ) throws(ProposalFailure) {
    let visible = file.pages.indices.filter { page in
      !file.pages[page].isHidden && file.pages[page].rows.contains { !Self.texts($0).isEmpty }
    }
    guard !visible.isEmpty else { throw .noRows }
    var found: [Int: Headings] = [:]
    for page in visible {
      found[page] = Headings(in: file.pages[page].rows, isHeading: isHeading)
    }
    guard let first = visible.first(where: { found[$0] != nil }), let main = found[first] else {
      throw .noHeadings
    }
    headings = main.headings
    contexts = main.contexts
    headerRow = main.number
    secondLine = main.secondLine
    for page in visible {
      guard let other = found[page], page == first || Self.isSame(main, other) else { continue }
      pages.append(page)
      read(file.pages[page], page, other, today)
    }
    let shown = file.pages.indices.filter { !file.pages[$0].isHidden }
    isEveryTab = shown.allSatisfy(pages.contains)
  }

  /// Whether most headings of one are those of the other.
  private static func isSame(_ one: Headings, _ other: Headings) -> Bool {
    let keys = Set(one.headings.filter { !$0.isEmpty }.map(PlannedWord.key))
    let others = Set(other.headings.filter { !$0.isEmpty }.map(PlannedWord.key))
    return keys.intersection(others).count * 10 >= keys.count * 7
  }

  private mutating func read(
    _ page: SheetFile.Page, _ index: Int, _ head: Headings, _ today: CalendarDate
  ) {
    let keys = head.headings.map { PlannedWord.key($0) }
    let named = keys.count { !$0.isEmpty }
    for (place, row) in page.rows.enumerated() where place != head.index {
      let texts = Self.texts(row)
      if texts.isEmpty {
        leftOut.blank += 1
      } else if place < head.index {
        leftOut.titles += 1
        titles += texts
      } else if row.number == head.secondLine {
        leftOut.headings += 1
      } else if Self.isTotal(row, texts, today) {
        leftOut.totals += 1
      } else if Self.repeats(keys, named: named, row) {
        leftOut.headings += 1
      } else if let day = Self.section(texts, today) {
        leftOut.sections += 1
        sections.append(day)
      } else {
        rows.append(Row(page: index, row: row))
      }
    }
  }

  /// Whether three quarters of the headings stand in a row once more.
  private static func repeats(_ keys: [String], named: Int, _ row: SheetFile.Row) -> Bool {
    var (equal, others) = (0, 0)
    for column in keys.indices where !keys[column].isEmpty {
      let isHeading =
        column < row.cells.count && PlannedWord.key(row.cells[column].text) == keys[column]
      if isHeading { equal += 1 } else { others += 1 }
      if others * 4 > named { return false }
    }
    return equal * 4 >= named * 3
  }

  /// The day of a row that is a jury's heading: one or two different texts, one of which has a day and is not a
  /// day alone beside another text.
  static func section(_ texts: [String], _ today: CalendarDate) -> SeenDay? {
    let different = Set(texts)
    guard different.count <= 2 else { return nil }
    let saysSession = texts.contains { text in
      FoldedName(text).words.contains(where: sessions.contains)
    }
    for text in texts {
      let isWholly = SeenDay(.text(text), today: today)?.isWhole == true
      guard different.count == 1 || saysSession || !isWholly else { continue }
      if let day = SeenDay.within(text, today: today) { return day }
    }
    return nil
  }

  private static let sessions: Set<String> = [
    "jury", "jurys", "session", "sessions", "commission", "deliberation", "deliberations", "examen",
  ]

  private static let totals: Set<String> = [
    "total", "totaux", "soustotal", "moyenne", "moyennes", "effectif", "effectifs", "nombre",
    "somme", "totals", "sum", "average", "subtotal",
  ]

  /// A row with the word total at its start, or with a formula; a row with a day is somebody's.
  private static func isTotal(
    _ row: SheetFile.Row, _ texts: [String], _ today: CalendarDate
  ) -> Bool {
    let isLabelled =
      texts.first.flatMap { mayBeTotal($0) ? FoldedName($0).words.first : nil }
      .map(totals.contains) ?? false
    let hasFormula = texts.contains { text in
      text.utf8.first == UInt8(ascii: "=") && text.utf8.contains(UInt8(ascii: "("))
    }
    guard isLabelled || hasFormula else { return false }
    return !row.cells.contains { SeenDay($0, today: today)?.isWhole == true }
  }

  /// False for a text whose first letter is none of those that ``totals`` begin with: it is not folded.
  private static func mayBeTotal(_ text: String) -> Bool {
    let first = text.utf8.first { byte in
      byte >= 0x80 || 48...57 ~= byte || 65...90 ~= byte || 97...122 ~= byte
    }
    return first.map { $0 >= 0x80 || "tTsSmMeEnNaA".utf8.contains($0) } ?? false
  }

  /// The filled cells, on one line each; not those that merging repeats.
  static func texts(_ row: SheetFile.Row) -> [String] {
    row.cells.indices.compactMap { column in
      if row.repeated.contains(where: { $0.contains(column) }) { return nil }
      let text = oneLine(row.cells[column].text)
      return text.isEmpty ? nil : text
    }
  }

  static func oneLine(_ text: String) -> String {
    if !text.utf8.contains(where: { $0 < 0x21 || $0 >= 0x80 }) { return text }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}

/// The headings of one tab.
struct Headings {
  let index: Int
  let number: Int
  let headings: [String]
  let contexts: [String]
  let secondLine: Int?

  /// The first row with at least four filled cells (three if there is none) of which several are headings
  /// that are known, and which are filled below.
  init?(in rows: [SheetFile.Row], isHeading: (String) -> Bool) {
    let near = rows.prefix(80)
    var counts: [Int: (filled: Int, known: Int)] = [:]
    func count(_ index: Int) -> (filled: Int, known: Int) {
      if let known = counts[index] { return known }
      let row = rows[index]
      let copies = Set(row.repeated.flatMap { Array($0) })
      var (filled, known) = (0, 0)
      for (column, cell) in row.cells.enumerated() where !copies.contains(column) {
        guard case .text(let text) = cell else {
          if cell != .empty { filled += 1 }
          continue
        }
        filled += 1
        if isHeading(ProposedTable.oneLine(text)) { known += 1 }
      }
      counts[index] = (filled, known)
      return (filled, known)
    }
    func isFilledBelow(_ index: Int) -> Bool {
      let width = Self.filled(rows[index])
      return rows[(index + 1)...].prefix(12).contains { row in
        width.count { $0 < row.cells.count && row.cells[$0] != .empty } * 2 >= width.count
      }
    }
    let fitting = near.indices.filter { isFilledBelow($0) && count($0).filled >= 3 }
    let best =
      fitting.first { count($0).filled >= 4 && count($0).known >= 2 }
      ?? fitting.first { count($0).known >= 2 }
      ?? fitting.first { index in count(index).filled >= 4 && Self.isTexts(rows[index]) }
      ?? fitting.first { Self.isTexts(rows[$0]) }
    guard var chosen = best else { return nil }
    var contexts: [String] = []
    var second: Int?
    let next = chosen + 1
    if next < rows.count, rows[next].number == rows[chosen].number + 1 {
      let (above, below) = (count(chosen), count(next))
      if below.known > above.known, below.filled >= above.filled, Self.isTexts(rows[next]) {
        contexts = Self.spread(rows[chosen])
        chosen = next
      } else if Self.isSecondLine(rows[next], below: rows[chosen], isHeading) {
        contexts = Self.texts(rows[next])
        second = rows[next].number
      }
    }
    if contexts.isEmpty, chosen > 0, rows[chosen - 1].number + 1 == rows[chosen].number,
      Set(ProposedTable.texts(rows[chosen - 1])).count >= 2
    {
      contexts = Self.spread(rows[chosen - 1])
    }
    index = chosen
    number = rows[chosen].number
    secondLine = second
    var headings = Self.texts(rows[chosen])
    if second != nil { headings = Self.spread(headings, where: contexts) }
    let width = rows.map(\.cells.count).max() ?? 0
    self.headings = headings + Array(repeating: "", count: max(0, width - headings.count))
    self.contexts = contexts + Array(repeating: "", count: max(0, width - contexts.count))
  }

  private static func texts(_ row: SheetFile.Row) -> [String] {
    row.cells.map { ProposedTable.oneLine($0.text) }
  }

  private static func filled(_ row: SheetFile.Row) -> [Int] {
    row.cells.indices.filter { row.cells[$0] != .empty }
  }

  private static func isTexts(_ row: SheetFile.Row) -> Bool {
    row.cells.allSatisfy { cell in
      switch cell {
      case .text, .empty: true
      case .number, .day, .boolean: false
      }
    }
  }

  /// A group's heading stands for the columns to its right up to the next one.
  private static func spread(_ row: SheetFile.Row) -> [String] {
    var last = ""
    return texts(row).map { text in
      if !text.isEmpty { last = text }
      return last
    }
  }

  /// Only a heading's own text: a column under its neighbour's heading keeps none.
  private static func spread(_ headings: [String], where contexts: [String]) -> [String] {
    headings
      + Array(repeating: "", count: max(0, contexts.count - headings.count))
  }

  /// Whether a row below the headings has a second line of them: nothing but known headings, or the words
  /// above once more, and not in the first column alone.
  private static func isSecondLine(
    _ row: SheetFile.Row, below headings: SheetFile.Row, _ isHeading: (String) -> Bool
  ) -> Bool {
    guard isTexts(row) else { return false }
    let places = filled(row)
    let own = places.filter { place in
      place >= headings.cells.count || row.cells[place] != headings.cells[place]
    }
    return own.count >= 2
      && own.allSatisfy { isHeading(ProposedTable.oneLine(row.cells[$0].text)) }
  }
}
