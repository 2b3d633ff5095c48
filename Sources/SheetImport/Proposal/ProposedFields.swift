internal import Events
internal import Sheets
internal import Spelling

/// What each column of a sheet is, by its heading and, where that misleads, by its cells.
struct ProposedFields {
  struct Choice {
    var field: PlannedField
    var strength: HeadingWords.Strength
    var notes: [Text]
    /// The day that the heading of a column of one block says.
    var sessionOn: CalendarDate?
    /// To which session the decisions of a column belong, where columns have several.
    var session = ColumnSession.row
  }

  /// By column.
  var choices: [Choice] = []
  /// What a column's own heading says, and its group's.
  let own: [String]
  let groups: [String]
  let census: [ColumnCensus]
  let blocks: BlockWords?
  /// Those of the other certifications, where a column says which one a row is of.
  let others: [BlockWords]
  let rows: Int
  let today: CalendarDate
  /// Whether columns are of several sessions, each with its column of days.
  var hasSessions = false
  /// Filled columns of a block that another column decides already: they are not read.
  var unread: [(block: String, column: Int)] = []

  init(
    _ table: ProposedTable, _ census: [ColumnCensus], _ blocks: BlockWords?,
    others: [BlockWords], today: CalendarDate
  ) {
    let headings = ProposedFields.headings(table)
    own = headings.own
    groups = headings.groups
    self.census = census
    self.blocks = blocks
    self.others = others
    self.today = today
    rows = table.rows.count
    choices = census.indices.map { choose($0) }
    takeDaysOfBlocks()
    takeSessions()
    takeDecisions()
    takeNames()
    takePlaces()
    takeSession()
    takeOnce()
  }

  /// Of headings of two lines, which is the column's and which its group's.
  static func headings(_ table: ProposedTable) -> (own: [String], groups: [String]) {
    guard table.secondLine != nil else { return (table.headings, table.contexts) }
    var own = table.headings
    var groups = Array(repeating: "", count: own.count)
    var last = ""
    for column in own.indices {
      if !table.headings[column].isEmpty { last = table.headings[column] }
      let second = table.contexts[column]
      guard !second.isEmpty, second != table.headings[column] else { continue }
      own[column] = second
      groups[column] = last
    }
    return (own, groups)
  }

  // MARK: One column

  private func choose(_ column: Int) -> Choice {
    let census = census[column]
    if let choice = blockChoice(column) { return choice }
    guard let heading = HeadingWords(own[column]) else { return byContent(column) }
    let field = settle(heading.field, column)
    if field == heading.field {
      let note =
        census.filled == 0
        ? Text("aucune cellule remplie", "no cell is filled")
        : Text("reconnue à son intitulé", "recognised by its heading")
      return Choice(field: field, strength: heading.strength, notes: [note])
    }
    return Choice(
      field: field, strength: .content,
      notes: [
        Text(
          "son intitulé dirait autre chose : c’est ce que ses cellules contiennent",
          "its heading would say something else: this is what its cells have")
      ])
  }

  /// A column of one block: its code, number or title is in the heading.
  private func blockChoice(_ column: Int) -> Choice? {
    guard let blocks, !isWritten(own[column]) else { return nil }
    let census = census[column]
    let texts = [own[column], groups[column]].map { SeenDay.split($0, today: today)?.rest ?? $0 }
    let isDecided = census.isMostly(census.verdicts, percent: 30) && census.isClosed
    let isMarked = census.isMostly(census.marks)
    var block = texts.lazy.compactMap { blocks.named(in: $0) }.first
    if block == nil {
      let found = others.compactMap { other in texts.lazy.compactMap { other.named(in: $0) }.first }
      if found.count == 1 { block = found.first }
    }
    if block == nil, isDecided || isMarked, HeadingWords(own[column])?.strength != .whole {
      block = blocks.titled(own[column])
    }
    guard let block else { return nil }
    let note = Text("bloc \(block.short)", "block \(block.short)")
    func choice(_ field: PlannedField, _ text: Text) -> Choice {
      Choice(field: field, strength: .whole, notes: [note.then(text)])
    }
    let name = HeadingWords.name(own[column]).words + HeadingWords.name(groups[column]).words
    let isNamedMark = name.contains { ["note", "notes", "points", "mark", "moyenne"].contains($0) }
    if census.isMostly(census.days + census.serials), census.days > 0 || name.contains("date") {
      return choice(.dayOf(block.code), Text("jour de sa décision", "the day of its decision"))
    }
    if isDecided, !isMarked || census.verdicts > census.marks, !isNamedMark {
      return choice(
        .verdictOn(block.code), Text("des mots de décision", "words of a decision"))
    }
    if isMarked || isNamedMark {
      return choice(.markOn(block.code), Text("des notes", "marks"))
    }
    if census.filled == 0 || census.isClosed, census.words.count <= 40 {
      return choice(
        .verdictOn(block.code),
        census.filled == 0
          ? Text("aucune cellule remplie", "no cell is filled")
          : Text("aucun mot connu : à vérifier", "no known word: to be checked"))
    }
    return choice(
      .ignored, Text("ni décision, ni note, ni jour", "neither decision, mark nor day"))
  }

  private func isWritten(_ heading: String) -> Bool {
    let field = HeadingWords(heading)?.field
    return field == .state || field == .toCorrect
  }

  /// A heading that is not known.
  private func byContent(_ column: Int) -> Choice {
    let census = census[column]
    func choice(_ field: PlannedField, _ text: Text) -> Choice {
      Choice(
        field: field, strength: .content,
        notes: [
          Text(
            "reconnue à son contenu : \(text.french)", "recognised by its cells: \(text.english)")
        ])
    }
    if census.filled > 2 {
      if census.isMostly(census.addresses, percent: 80) {
        return choice(.email, Text("des courriels", "e-mail addresses"))
      }
      if census.isMostly(sexes(column), percent: 90) {
        return choice(.sex, Text("des civilités", "forms of address"))
      }
      if census.isMostly(blockCells(column), percent: 80) {
        return choice(.block, Text("des blocs", "blocks"))
      }
      if census.isClosed, census.isMostly(pathways(column), percent: 70) {
        return choice(.pathway, Text("des voies d’accès", "pathways"))
      }
    }
    let seen =
      census.isMostly(census.days)
      ? Text("des jours", "days")
      : census.isClosed && census.isMostly(census.verdicts)
        ? Text("des mots de décision", "words of decisions") : nil
    let unknown =
      own[column].isEmpty
      ? Text("colonne sans intitulé", "a column without a heading")
      : Text("intitulé non reconnu", "the heading is not known")
    return Choice(
      field: .ignored, strength: .content,
      notes: [
        seen.map { unknown.then(Text("elle contient \($0.french)", "it has \($0.english)")) }
          ?? unknown
      ])
  }

  func sexes(_ column: Int) -> Int {
    census[column].count { SheetVocabulary.sex($0.key) != nil }
  }

  func pathways(_ column: Int) -> Int {
    census[column].words.count > 60
      ? 0 : census[column].count { SheetVocabulary.pathway($0.spelling) != nil }
  }

  func audiences(_ column: Int) -> Int {
    census[column].words.count > 60
      ? 0 : census[column].count { SheetVocabulary.audience($0.spelling) != nil }
  }

  /// Cells with one block, or a list of them.
  func blockCells(_ column: Int) -> Int {
    guard let blocks else { return 0 }
    return census[column].count { blocks.named(in: $0.spelling) != nil }
  }

  func listCells(_ column: Int) -> Int {
    guard let blocks else { return 0 }
    return census[column].count { word in
      blocks.list(word.spelling) != nil || SheetVocabulary.noBlock.contains(word.key)
        || ListWords.isEvery(word.key)
    }
  }

  // MARK: What several columns decide

  mutating func set(_ column: Int, _ field: PlannedField, _ notes: Text...) {
    choices[column].field = field
    choices[column].notes += notes
  }

  func columns(_ isWanted: (PlannedField) -> Bool) -> [Int] {
    choices.indices.filter { isWanted(choices[$0].field) }
  }

  /// Whether columns are of one block each.
  var isWide: Bool {
    choices.contains { choice in
      switch choice.field {
      case .verdictOn, .markOn: true
      default: false
      }
    }
  }

  var isLong: Bool { !isWide && choices.contains { $0.field == .block } }
}
