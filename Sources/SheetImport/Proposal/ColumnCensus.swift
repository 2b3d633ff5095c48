internal import Events
internal import Sheets

/// What the cells of one column are, counted.
struct ColumnCensus {
  /// A word in its most frequent spelling.
  struct Word {
    let key: String
    let spelling: String
    let count: Int
  }

  /// Cells with something in them, those that merging repeats included.
  private(set) var filled = 0
  /// Days that are whole, and whole numbers that may count days.
  private(set) var days = 0
  private(set) var serials = 0
  /// Numbers up to 100 with at most two decimals.
  private(set) var marks = 0
  private(set) var addresses = 0
  /// Four or five digits.
  private(set) var postalCodes = 0
  /// Of two or three words.
  private(set) var severalWords = 0
  /// Different words, most frequent first; no more than 2,000 are kept.
  private(set) var words: [Word] = []
  /// Whether the first row of several is filled and those below it mostly not, though the column is a day's.
  private(set) var isFilledOnce = false
  /// How many cells have a word that is usual for a decision, and for a result.
  private(set) var verdicts = 0
  private(set) var results = 0

  init(_ column: Int, in rows: [ProposedTable.Row], today: CalendarDate) {
    // Equal cells are looked at once: most columns have few different ones.
    var counts: [ReadCell: (count: Int, first: Int)] = [:]
    for (index, row) in rows.enumerated() {
      counts[row.cell(column), default: (0, index)].count += 1
    }
    var spellings: [String: [String: Int]] = [:]
    for (cell, (count, _)) in counts.sorted(by: { $0.value.first < $1.value.first }) {
      let text = ProposedTable.oneLine(cell.text)
      guard !text.isEmpty else { continue }
      filled += count
      switch SeenDay(cell, today: today) {
      case .certain, .numbers: days += count
      case .serial: serials += count
      case .part, nil: break
      }
      if Self.isMark(text) { marks += count }
      if text.utf8.contains(UInt8(ascii: "@")) { addresses += count }
      if 4...5 ~= text.utf8.count, text.utf8.allSatisfy({ 48...57 ~= $0 }) { postalCodes += count }
      if text.utf8.contains(UInt8(ascii: " ")) { severalWords += count }
      let key = PlannedWord.key(text)
      if spellings.count < Self.mostWords || spellings[key] != nil {
        spellings[key, default: [:]][text, default: 0] += count
      }
    }
    words = spellings.map { key, texts in
      let best = texts.max { ($0.value, $1.key) < ($1.value, $0.key) }
      return Word(key: key, spelling: best?.key ?? "", count: texts.values.reduce(0, +))
    }.sorted { ($1.count, $0.key) < ($0.count, $1.key) }
    isFilledOnce =
      filled > 1 && filled * 10 < rows.count * 4
      && rows.first.map { $0.cell(column) != .empty } == true
    let known = Set(words.map(\.key))
    verdicts = self.count {
      SheetVocabulary.verdict($0.key, others: known, hasAbsences: true) != nil
    }
    results = self.count { SheetVocabulary.result($0.key, asks: true) != nil }
  }

  /// A number as a mark is written: `15,5`, `12`, `12/20`.
  static func isMark(_ text: String) -> Bool {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard 1...2 ~= parts.count,
      parts.dropFirst().allSatisfy({ Int($0.drop { $0 == " " }).map { 5...100 ~= $0 } ?? false })
    else { return false }
    let number = parts[0].split(omittingEmptySubsequences: false) { ",.".contains($0) }
    let digits = number.map { $0.filter { $0 != " " } }
    guard 1...2 ~= digits.count, 1...3 ~= digits[0].count,
      digits.allSatisfy({ !$0.isEmpty && $0.utf8.allSatisfy { 48...57 ~= $0 } }),
      digits.count == 1 || digits[1].count <= 2, let whole = Int(digits[0])
    else { return false }
    return whole <= 100
  }

  /// Whether at least this part of the filled cells counts, in hundredths; false for an empty column.
  func isMostly(_ count: Int, percent: Int = 50) -> Bool {
    filled > 0 && count * 100 >= filled * percent
  }

  /// How many cells have a word with a meaning.
  func count(_ meaning: (Word) -> Bool) -> Int {
    words.reduce(0) { $0 + (meaning($1) ? $1.count : 0) }
  }

  /// The most different words that are kept.
  private static let mostWords = 2000

  /// Whether most cells differ, as numbers of certificates do.
  var isMostlyDifferent: Bool { words.count * 2 > filled || words.count == Self.mostWords }

  /// Few different words, or many cells of each.
  var isClosed: Bool { filled > 0 && (words.count <= 12 || words.count * 5 <= filled) }
}
