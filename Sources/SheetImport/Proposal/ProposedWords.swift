internal import AcquisLedger
internal import Events
internal import Sheets

/// The words of a closed column with their meanings, and how many cells have each.
struct ProposedWords {
  private(set) var words: [PlannedWord] = []
  private(set) var counts: [Int] = []
  private(set) var notes: [Text] = []

  mutating func add(_ word: PlannedWord, _ count: Int) {
    words.append(word)
    counts.append(count)
  }

  /// The most that a word has: longer texts are remarks, and may name somebody.
  private static let longest = 40

  /// Words in a column of their own, each with its meaning or open.
  static func words(
    _ census: ColumnCensus, _ meaning: (ColumnCensus.Word) -> WordMeaning?
  ) -> ProposedWords {
    var proposed = ProposedWords()
    for word in census.words.prefix(200) where word.spelling.count <= longest {
      proposed.add(PlannedWord(word.spelling, meaning(word) ?? .open), word.count)
    }
    proposed.noteUnknown()
    return proposed
  }

  mutating func noteUnknown() {
    let open = zip(words, counts).filter { $0.0.meaning == .open && !$0.0.word.isEmpty }
    guard !open.isEmpty else { return }
    let count = Text.count(
      open.count, Text("mot à compléter", "word to be answered"),
      Text("mots à compléter", "words to be answered"))
    notes.append(count)
  }

  // MARK: Decisions

  /// The words of the columns of blocks, the same for each: `X` and a blank mean what they mean in the row.
  static func decisions(
    _ columns: [Int], _ census: [ColumnCensus], _ rows: [ProposedTable.Row]
  ) -> [Int: ProposedWords] {
    var spellings: [String: (spelling: String, count: Int, most: Int)] = [:]
    for column in columns {
      for word in census[column].words.prefix(200) where word.spelling.count <= longest {
        let old = spellings[word.key] ?? (word.spelling, 0, 0)
        spellings[word.key] = (
          word.count > old.most ? word.spelling : old.spelling, old.count + word.count,
          max(old.most, word.count)
        )
      }
    }
    let keys = Set(spellings.keys)
    let order = spellings.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    let blanks = Blanks(columns, rows)
    var all: [Int: ProposedWords] = [:]
    for column in columns {
      let counts = Dictionary(
        census[column].words.map { ($0.key, $0.count) }, uniquingKeysWith: { first, _ in first })
      var proposed = ProposedWords()
      for (key, word) in order {
        let meaning = SheetVocabulary.verdict(key, others: keys, hasAbsences: false)
        proposed.add(PlannedWord(word.spelling, meaning ?? .open), counts[key] ?? 0)
      }
      proposed.noteUnknown()
      if let mark = blanks.mark {
        proposed.add(
          PlannedWord("", beside: mark, .verdict(.refused)), blanks.beside[column] ?? 0)
        proposed.notes.append(
          Text(
            "vide dans une ligne qui ne porte que des « \(mark) » : proposé comme refus",
            "a blank in a row that has only « \(mark) »: proposed as a refusal"))
      }
      if blanks.hasOthers {
        proposed.add(PlannedWord("", .open), blanks.others[column] ?? 0)
      }
      all[column] = proposed
    }
    return all
  }

  /// Blank cells of columns of decisions: beside a tick, and others.
  struct Blanks {
    /// How a tick is written, in rows that have nothing else.
    var mark: String?
    var beside: [Int: Int] = [:]
    var others: [Int: Int] = [:]
    var hasOthers: Bool { others.values.contains { $0 > 0 } }

    private static let ticks: Set<String> = ["x", "xx", "✓", "✔", "☑"]

    init(_ columns: [Int], _ rows: [ProposedTable.Row]) {
      var (only, mixed) = (0, 0)
      var spelling: String?
      let texts = rows.map { row in columns.map { ProposedTable.oneLine(row.cell($0).text) } }
      var known: [String: String] = [:]
      func key(_ text: String) -> String {
        if let key = known[text] { return key }
        let key = PlannedWord.key(text)
        known[text] = key
        return key
      }
      let ticked = texts.map { cells in
        let keys = cells.filter { !$0.isEmpty }.map { key($0) }
        guard let tick = keys.first(where: Self.ticks.contains) else { return false }
        spelling = spelling ?? cells.first { key($0) == tick }
        if keys.allSatisfy(Self.ticks.contains) { only += 1 } else { mixed += 1 }
        return true
      }
      mark = only > mixed ? spelling : nil
      for (index, cells) in texts.enumerated() {
        for (place, text) in cells.enumerated() where text.isEmpty {
          if ticked[index], mark != nil {
            beside[columns[place], default: 0] += 1
          } else {
            others[columns[place], default: 0] += 1
          }
        }
      }
    }
  }

  /// The words of the column of decisions in a sheet with a row for each.
  static func verdicts(_ census: ColumnCensus, rows: Int) -> ProposedWords {
    let keys = Set(census.words.map(\.key))
    var proposed = words(census) {
      SheetVocabulary.verdict($0.key, others: keys, hasAbsences: true)
    }
    if census.filled < rows { proposed.add(PlannedWord("", .open), rows - census.filled) }
    return proposed
  }

  /// What is no mark in a column of marks.
  static func marks(_ census: ColumnCensus, scale: Int, rows: Int) -> ProposedWords {
    var proposed = ProposedWords()
    for word in census.words.prefix(400) where word.spelling.count <= longest {
      let parts = word.spelling.split(separator: "/")
      let isOfScale = parts.count < 2 || String(parts[1]).trimmed == "\(scale)"
      if !ColumnCensus.isMark(word.spelling) || !isOfScale {
        proposed.add(PlannedWord(word.spelling, .open), word.count)
      }
    }
    proposed.noteUnknown()
    if census.filled < rows { proposed.add(PlannedWord("", .open), rows - census.filled) }
    return proposed
  }

  // MARK: Results, blocks, certifications

  static func results(_ census: ColumnCensus, asks: Bool, rows: Int) -> ProposedWords {
    var proposed = words(census) { SheetVocabulary.result($0.key, asks: asks) }
    if census.filled < rows { proposed.add(PlannedWord("", .nothing), rows - census.filled) }
    return proposed
  }

  static func blocks(_ census: ColumnCensus, _ blocks: [BlockWords]) -> ProposedWords {
    words(census) { word in
      blocks.lazy.compactMap { $0.named(in: word.spelling) }.first.map { .block($0.short) }
    }
  }

  /// The parts of the lists in a column.
  static func lists(_ census: ColumnCensus, _ blocks: BlockWords?) -> ProposedWords {
    var counts: [String: (word: String, count: Int)] = [:]
    for cell in census.words where cell.spelling.count <= 200 {
      for part in BlockWords.parts(cell.spelling) {
        let key = PlannedWord.key(part)
        counts[key] = (counts[key]?.word ?? part, (counts[key]?.count ?? 0) + cell.count)
      }
    }
    var proposed = ProposedWords()
    for (key, word) in counts.sorted(by: { ($1.value.count, $0.key) < ($0.value.count, $1.key) })
    where word.word.count <= longest && !ListWords.isEvery(key) {
      let block = blocks?.list(word.word).flatMap { $0.count == 1 ? $0.first : nil }
      let meaning: WordMeaning =
        SheetVocabulary.noBlock.contains(key)
        ? .nothing : block.map { .block($0.short) } ?? .open
      proposed.add(PlannedWord(word.word, meaning), word.count)
    }
    proposed.noteUnknown()
    return proposed
  }

  static func certifications(
    _ census: ColumnCensus, _ choice: CertificationChoice
  ) -> ProposedWords {
    var deduced: [String] = []
    var proposed = words(census) { word in
      guard let found = choice.meaning(of: word.spelling) else { return nil }
      if found.isDeduced { deduced.append(word.spelling) }
      return .certification(found.code)
    }
    if !deduced.isEmpty {
      let list = deduced.map { "« \($0) »" }.joined(separator: ", ")
      proposed.notes.append(
        Text(
          "\(list) : déduit des initiales de l’intitulé ou des blocs de la feuille, à vérifier",
          "\(list): deduced from the initials of the title or the blocks of the sheet, to be checked"
        ))
    }
    return proposed
  }
}
