import Events
import SheetImport
import TestSupport

/// Makes plans of every kind, with headings and words that are hard to write on a line.
struct RandomPlan {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  private static let texts = [
    "NOM", "Né(e) le", "NOM D'USAGE", "a = b", "x=", "n # 3", "  # non", "#", "A | B", "« Nom »",
    "le « mot »", "\"", "5\" # |", "dit \"oui\"", " devant", "derrière ", "\u{a0}", "", "?",
    "[mots]",
    "Note [20]", "Nom (2)", "Nom (12) (3)", "colonne K", "Column aa", "(vide)", "(BLANK)", "vide",
    "avec X", "V avec réserve", "with", "un beside deux", "ligne\r\nautre", "deux\nlignes",
    "tab\tici",
    "é\u{301}", "\u{301}seul", "\u{2028}", "équivalence : X", "tous", "all", "; ;", "a;b",
    "NB.SI(…)",
    "=A1", "certification", "K", "AA", "«", "»", "« à demi", "»à l'envers«", "\u{feff}x", "🙂",
  ]

  private static let codes = ["BC01", "RNCP38052BC02", "3474D1", "CCP-1", "x"]

  private mutating func text() -> String {
    random.chance(15)
      ? random.pick(Self.texts) + random.pick(Self.texts) : random.pick(Self.texts)
  }

  private mutating func answer<Value>(_ values: [Value]) -> PlanAnswer<Value>? {
    random.chance(30) ? nil : random.chance(30) ? .open : .given(random.pick(values))
  }

  private mutating func day() -> CalendarDate {
    CalendarDate.last.adding(days: -random.below(3_000_000))
  }

  private mutating func stated() -> StatedDay {
    switch random.below(3) {
    case 0: .session
    case 1: .yearly(month: 1 + random.below(12), day: 1 + random.below(29))
    default: .fixed(day())
    }
  }

  mutating func plan() throws -> ImportPlan {
    var plan = ImportPlan()
    if random.chance(40) { plan.tabs = (0...random.below(3)).map { _ in text() } }
    plan.headerRow = 1 + random.below(9)
    plan.leftOutRows = Set((0..<random.below(6)).map { _ in 1 + random.below(12) })
    plan.certification = answer([try CertificationCode("RNCP38052"), try CertificationCode("3474")])
    plan.pathway = answer(Pathway.allCases)
    plan.audience = answer(Audience.allCases)
    plan.session = answer([day()])
    plan.sectionsAreSessions = random.chance(30)
    plan.enrolment = answer([stated()])
    plan.summons = answer([stated()])
    plan.certificate = answer([stated()])
    plan.sessionMode = answer(SessionMode.allCases)
    plan.threshold = answer([Mark(hundredths: random.below(3000))])
    plan.candidacies = random.pick(CandidacyRule.allCases)
    plan.awards = random.pick(AwardRule.allCases)
    plan.reason = random.chance(30) ? "" : text()
    var given: [String: Int] = [:]
    for _ in 0..<random.below(9) {
      var column = PlannedColumn(text(), try field())
      let shown = Self.onOneLine(column.heading)
      given[shown, default: 0] += 1
      column.occurrence = given[shown, default: 1]
      decorate(&column)
      plan.columns.append(column)
    }
    for index in plan.columns.indices.dropFirst() where random.chance(30) {
      // Columns of the same words: one section.
      plan.columns[index].field = plan.columns[index - 1].field
      plan.columns[index].words = plan.columns[index - 1].words
    }
    return plan
  }

  private mutating func field() throws -> PlannedField {
    let block = try BlockCode(random.pick(Self.codes))
    return random.pick(
      [
        .ignored, .personReference, .birthName, .usageName, .firstNames, .fullName, .sex,
        .birthDate,
        .birthPlace, .birthPostalCode, .birthINSEECode, .birthCountryCode, .email,
        .candidacyReference, .certification, .pathway, .audience, .employer, .enrolmentDay,
        .trainingStart, .trainingEnd, .centreHours, .companyHours, .admissibilityDay, .sessionDay,
        .juryReference, .block, .verdict, .verdictOn(block), .dayOf(block), .mark, .markOn(block),
        .validatedBlocks, .refusedBlocks, .grounds, .recommendation, .result, .awardDay,
        .certificateNumber, .certificateDay, .state, .toCorrect,
      ])
  }

  private mutating func decorate(_ column: inout PlannedColumn) {
    column.dayForm = answer(DayForm.allCases)
    for _ in 0..<random.below(3) {
      let first = 1 + random.below(50)
      column.serials.append(
        SerialDays(
          random.chance(30) ? .open : .given(random.pick(SerialDays.Start.allCases)),
          rows: random.chance(50) ? nil : first...(first + random.below(9))))
    }
    if random.chance(30) { column.scale = 1 + random.below(100) }
    if random.chance(30) { column.threshold = Mark(hundredths: random.below(2000)) }
    var keys: Set<[String]> = []
    for _ in 0..<random.below(6) {
      let beside = random.chance(25) ? text() : nil
      let word = PlannedWord(text(), beside: beside, meaning(column.field))
      let key = [Self.key(word.word), beside == nil ? "" : "+", Self.key(beside ?? "")]
      if keys.insert(key).inserted { column.words.append(word) }
    }
  }

  private mutating func meaning(_ field: PlannedField) -> WordMeaning {
    let own: WordMeaning? =
      switch field {
      case .verdict, .verdictOn, .mark, .markOn:
        random.chance(30)
          ? .equivalence(authority: "DREETS" + text()) : .verdict(random.pick(Verdict.allCases))
      case .result: .awarded
      case .sex: .sex(random.pick(Sex.allCases))
      case .pathway: .pathway(random.pick(Pathway.allCases))
      case .audience: .audience(random.pick(Audience.allCases))
      case .certification: (try? CertificationCode("RNCP38052")).map { .certification($0) }
      case .block, .validatedBlocks, .refusedBlocks: .block(random.pick(Self.codes))
      default: nil
      }
    guard let own, random.chance(70) else { return random.pick([.open, .leftOut, .nothing]) }
    return own
  }

  private static func key(_ text: String) -> String { PlannedWord.key(onOneLine(text)) }

  /// What the file has of a text: its line breaks and controls are blanks.
  static func onOneLine(_ text: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in text.replacing("\r\n", with: " ").unicodeScalars {
      let isBreak = scalar.value < 0x20 || scalar == "\u{2028}" || scalar == "\u{2029}"
      shown.append(isBreak ? " " : scalar)
    }
    return String(shown)
  }

  /// The plan with every text as the file has it.
  static func onOneLine(_ plan: ImportPlan) -> ImportPlan {
    var plan = plan
    plan.tabs = plan.tabs.map { onOneLine($0) }
    plan.reason = onOneLine(plan.reason)
    plan.columns = plan.columns.map { column in
      var column = column
      column.heading = onOneLine(column.heading)
      column.words = column.words.map { word in
        var word = word
        word.word = onOneLine(word.word)
        word.beside = word.beside.map { onOneLine($0) }
        if case .equivalence(let authority) = word.meaning {
          word.meaning = .equivalence(authority: onOneLine(authority))
        }
        return word
      }
      return column
    }
    return plan
  }
}
