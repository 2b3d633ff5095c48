internal import Events
internal import Sheets
internal import Spelling

/// A plan while it is proposed, with all that was found in the sheet.
struct PlanDraft {
  var plan = ImportPlan()
  var notes = PlanNotes()
  let file: SheetFile
  let name: String
  let table: ProposedTable
  let census: [ColumnCensus]
  let choice: CertificationChoice
  /// Whose blocks the columns are; those of the nearest certification where it is not known.
  let blocks: BlockWords?
  /// The blocks of every certification.
  let allBlocks: [BlockWords]
  let fields: ProposedFields
  let today: CalendarDate
  /// The columns of the sheet that the plan has, by the plan's index.
  private(set) var places: [Int] = []

  init(
    _ file: SheetFile, named name: String, _ known: KnownFrameworks, today: CalendarDate
  ) throws(ProposalFailure) {
    let allBlocks = known.frameworks.map { BlockWords($0) }
    let table = try ProposedTable(
      file,
      isHeading: { heading in
        HeadingWords(heading) != nil || allBlocks.contains { $0.named(in: heading) != nil }
      }, today: today)
    guard !table.rows.isEmpty else { throw .noHeadings }
    let census = table.headings.indices.map { ColumnCensus($0, in: table.rows, today: today) }
    let title = name.split(separator: "/").last.map(String.init) ?? name
    let titles = table.titles + table.pages.map { file.pages[$0].name } + [title]
    let closed = census.indices.filter { column in
      HeadingWords(table.headings[column])?.field == .certification
        && census[column].words.count <= 30
    }
    let cells = census.indices.filter { column in
      guard census[column].words.count <= 60,
        let field = HeadingWords(table.headings[column])?.field
      else { return false }
      return [.block, .validatedBlocks, .refusedBlocks].contains(field)
    }
    let blockTexts =
      table.headings + table.contexts
      + cells.flatMap { census[$0].words.flatMap { BlockWords.parts($0.spelling) } }
    choice = CertificationChoice(
      known, texts: table.headings + table.contexts + titles, titles: titles,
      blocks: blockTexts,
      column: closed.first.map { census[$0].words } ?? [])
    let near = allBlocks.max { one, other in
      func count(_ words: BlockWords) -> Int {
        blockTexts.count { words.named(in: $0) != nil }
      }
      return count(one) < count(other)
    }
    blocks = choice.framework.map { BlockWords($0) } ?? near
    let own = blocks?.certification
    fields = ProposedFields(
      table, census, blocks,
      others: closed.isEmpty ? [] : allBlocks.filter { $0.certification != own }, today: today)
    self.allBlocks = allBlocks
    self.file = file
    self.name = name
    self.table = table
    self.census = census
    self.today = today
    propose()
  }

  private mutating func propose() {
    notes.file = name
    plan.headerRow = table.headerRow
    if !table.isEveryTab { plan.tabs = table.pages.map { file.pages[$0].name } }
    if let second = table.secondLine { plan.leftOutRows = [second] }
    addColumns()
    addDays()
    addWords()
    addSettings()
    addFindings()
  }

  // MARK: Columns

  private mutating func addColumns() {
    var seen: [String: Int] = [:]
    for column in census.indices {
      let heading = table.headings[column]
      guard !heading.isEmpty || census[column].filled > 0 else { continue }
      var planned = PlannedColumn(
        heading.isEmpty ? Self.letters(column) : heading, fields.choices[column].field)
      if !heading.isEmpty {
        let key = PlannedWord.key(heading)
        seen[key, default: 0] += 1
        planned.occurrence = seen[key] ?? 1
      }
      planned.sessionOn = fields.choices[column].sessionOn
      notes.columns[plan.columns.count] = fields.choices[column].notes
      plan.columns.append(planned)
      places.append(column)
    }
  }

  /// The letters of a column, from 0.
  static func letters(_ column: Int) -> String {
    var rest = column + 1
    var name = ""
    while rest > 0 {
      name = String(UnicodeScalar(UInt8(65 + (rest - 1) % 26))) + name
      rest = (rest - 1) / 26
    }
    return name
  }

  mutating func note(_ index: Int, _ texts: [Text]) {
    notes.columns[index, default: []] += texts
  }

  func index(_ isWanted: (PlannedField) -> Bool) -> Int? {
    plan.columns.firstIndex { isWanted($0.field) }
  }

  // MARK: Days

  private mutating func addDays() {
    let numbered = plan.columns.indices.filter { index in
      [.certificateNumber, .juryReference].contains(plan.columns[index].field)
    }.map { places[$0] }
    func years(_ row: ProposedTable.Row) -> Set<Int> {
      Set(numbered.flatMap { Self.years(in: row.cell($0).text) })
    }
    let sections = Set(table.sections.compactMap { $0.date(.dayFirst) })
    var sessions: ProposedDays?
    let first = index { $0 == .sessionDay }
    if let index = first {
      var days = ProposedDays(places[index], in: table.rows, today: today, years: years)
      days.decideNumbers(known: sections)
      sessions = days
    }
    for index in plan.columns.indices where plan.columns[index].field.isDay {
      var days: ProposedDays
      if plan.columns[index].field == .sessionDay {
        if index == first, let sessions {
          days = sessions
        } else {
          days = ProposedDays(places[index], in: table.rows, today: today, years: years)
          days.decideNumbers(known: sections.union(sessions?.written ?? []))
        }
      } else {
        days = ProposedDays(places[index], in: table.rows, today: today) { _ in [] }
        let isBirth = plan.columns[index].field == .birthDate
        let latest = isBirth ? today.adding(years: -14) : today
        if let sessions {
          days.takeNumbers(of: sessions, latest: latest, inYears: isBirth)
        } else {
          days.takeNumbers(
            of: ProposedDays(places[index], in: [], today: today) { _ in [] }, latest: latest,
            inYears: isBirth)
        }
      }
      plan.columns[index].dayForm = days.form
      plan.columns[index].serials = days.serials
      note(index, days.notes)
    }
  }

  /// Years written with four digits: of `2017-005`, `J2017A`.
  static func years(in text: String) -> [Int] {
    text.split { !$0.isNumber }.compactMap { digits in
      digits.utf8.count == 4 ? Int(digits).flatMap { 1990...2099 ~= $0 ? $0 : nil } : nil
    }
  }

  // MARK: Words

  private mutating func addWords() {
    let wide = plan.columns.indices.filter { index in
      if case .verdictOn = plan.columns[index].field { true } else { false }
    }
    let decisions = ProposedWords.decisions(wide.map { places[$0] }, census, table.rows)
    for index in plan.columns.indices {
      let column = places[index]
      let census = census[column]
      let rows = table.rows.count
      let words: ProposedWords
      switch plan.columns[index].field {
      case .sex: words = .words(census) { SheetVocabulary.sex($0.key) }
      case .pathway: words = .words(census) { SheetVocabulary.pathway($0.spelling) }
      case .audience: words = .words(census) { SheetVocabulary.audience($0.spelling) }
      case .certification: words = .certifications(census, choice)
      case .block: words = .blocks(census, (blocks.map { [$0] } ?? []) + allBlocks)
      case .verdict: words = .verdicts(census, rows: rows)
      case .verdictOn: words = decisions[column] ?? ProposedWords()
      case .mark, .markOn:
        let scale = scale(column)
        plan.columns[index].scale = scale.value
        if !scale.isStated {
          note(
            index,
            [
              Text(
                "sur \(scale.value), d’après la plus haute note : à vérifier",
                "out of \(scale.value), by the highest mark: to be checked")
            ])
        }
        words = .marks(census, scale: scale.value, rows: rows)
      case .validatedBlocks, .refusedBlocks: words = .lists(census, blocks)
      case .result:
        words = .results(census, asks: Self.asks(fields.own[column]), rows: rows)
      case .ignored, .personReference, .birthName, .usageName, .firstNames, .fullName, .birthDate,
        .birthPlace, .birthPostalCode, .birthINSEECode, .birthCountryCode, .email,
        .candidacyReference, .employer, .enrolmentDay, .trainingStart, .trainingEnd, .centreHours,
        .companyHours, .admissibilityDay, .sessionDay, .juryReference, .dayOf, .grounds,
        .recommendation, .awardDay, .certificateNumber, .certificateDay, .state, .toCorrect:
        continue
      }
      plan.columns[index].words = words.words
      notes.counts[index] = words.counts
      note(index, words.notes)
    }
  }

  /// Whether yes answers the heading: *certifié ?*, *diplôme obtenu*.
  private static func asks(_ heading: String) -> Bool {
    let name = HeadingWords.name(heading).joined
    return ["certifi", "admis", "obten", "diplom", "certificat", "parchemin"].contains {
      name.contains($0)
    }
  }

  /// What marks are out of: as the heading says, else 20 or 100 by the highest mark.
  private func scale(_ column: Int) -> (value: Int, isStated: Bool) {
    for heading in [fields.own[column], fields.groups[column]] {
      let parts = heading.split(separator: "/").dropFirst()
      let words = HeadingWords.name(heading).words
      let after = words.firstIndex(of: "sur").flatMap { words.dropFirst($0 + 1).first }
      let stated = parts.last.map { $0.filter { $0 != " " && $0 != ")" } }.flatMap { Int($0) }
      if let value = stated ?? after.flatMap({ Int($0) }), 5...100 ~= value {
        return (value, true)
      }
    }
    let highest = census[column].words.compactMap { word in
      ColumnCensus.isMark(word.spelling)
        ? word.spelling.split { ",./".contains($0) }.first.flatMap { Int($0) } : nil
    }.max()
    return ((highest ?? 0) > 20 ? 100 : 20, false)
  }
}
