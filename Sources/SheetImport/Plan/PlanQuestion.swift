public import Events

/// A question that the plan leaves open and without which nothing can be recorded.
public struct PlanQuestion: Hashable, Sendable {
  /// The key of the plan's line, in each language: `seuil`, `threshold`; of a column its heading.
  public let key: Text
  /// What to write, with the choices.
  public let text: Text

  public init(_ key: Text, _ text: Text) {
    self.key = key
    self.text = text
  }
}

extension ImportPlan {
  /// What must be answered before anything is recorded: every ``PlanAnswer/open`` but those of words, and
  /// lines that are missing.
  public var openQuestions: [PlanQuestion] { openQuestions(among: nil) }

  /// The same, naming the certifications of the ledger where one is asked for.
  public func openQuestions(among frameworks: KnownFrameworks) -> [PlanQuestion] {
    openQuestions(among: frameworks.frameworks.map(\.certification))
  }

  private func openQuestions(among certifications: [CertificationCode]?) -> [PlanQuestion] {
    let keys = PlanVocabulary.Key.allCases.filter(isOpen)
    return keys.map { PlanQuestion($0.name, question($0, among: certifications)) }
      + columns.flatMap(\.openQuestions)
  }

  private func question(
    _ key: PlanVocabulary.Key, among certifications: [CertificationCode]?
  ) -> Text {
    let asked: Text
    switch key {
    case .certification: asked = Text("quelle certification ?", "which certification?")
    case .pathway: asked = Text("par quelle voie ?", "by which pathway?")
    case .audience: asked = Text("quel public ?", "which audience?")
    case .session:
      asked = Text("quel jour les jurys ont-ils siégé ?", "on which day did juries sit?")
    case .enrolment:
      asked = Text("quel jour les candidats ont-ils été inscrits ?", "on which day was enrolment?")
    case .summons:
      asked = Text(
        "quel jour les candidats ont-ils été convoqués ?", "on which day were candidates summoned?")
    case .certificate:
      asked = Text(
        "quel jour les certificats ont-ils été remis ?", "on which day were certificates issued?")
    case .mode: asked = Text("comment les jurys ont-ils siégé ?", "how did juries sit?")
    case .threshold:
      asked = Text(
        "à partir de quelle note un bloc est-il validé ?",
        "from which mark on is a block validated?")
    case .tabs, .headerRow, .leftOutRows, .award, .candidacies, .reason: asked = Text("?", "?")
    }
    var expected = PlanFailure.expected(key)
    if key == .certification, let certifications, !certifications.isEmpty {
      expected = PlanFailure.listed(certifications.map { Text(verbatim: $0.text) })
    }
    let hasPlace: Bool
    switch key {
    case .certification, .pathway, .session, .enrolment, .certificate: hasPlace = true
    case .tabs, .headerRow, .leftOutRows, .audience, .summons, .award, .mode, .threshold,
      .candidacies, .reason:
      hasPlace = false
    }
    let column = Text(
      ", ou dire dans [colonnes] quelle colonne le porte",
      ", or say in [columns] which column has it")
    let line = Text(
      "\(asked.french) écrire dans [feuille] \(key.name.french) = … : \(expected.french)",
      "\(asked.english) write in [sheet] \(key.name.english) = …: \(expected.english)")
    return hasPlace ? line.followed(by: column) : line
  }

  // What is needed.

  private func isOpen(_ key: PlanVocabulary.Key) -> Bool {
    switch key {
    case .certification: !has(.certification) && isUnanswered(certification)
    case .pathway: !has(.pathway) && isUnanswered(pathway)
    case .audience: audience == .open
    case .session:
      session == .open && !has(.sessionDay)
        || session == nil && !hasSession && (hasUndatedDecisions || isDatedBySession)
    case .enrolment: enrolment == .open || enrolment == nil && !has(.enrolmentDay)
    case .summons: summons == .open || summons == nil && hasDecisions
    case .certificate:
      certificate == .open
        || certificate == nil && has(.certificateNumber) && !has(.certificateDay)
    case .mode: sessionMode == .open || sessionMode == nil && hasDecisions
    case .threshold:
      isUnanswered(threshold) && columns.contains { $0.isMark && $0.threshold == nil }
    case .tabs, .headerRow, .leftOutRows, .award, .candidacies, .reason: false
    }
  }

  private func isUnanswered<Value>(_ answer: PlanAnswer<Value>?) -> Bool {
    answer == nil || answer == .open
  }

  private var hasDecisions: Bool { columns.contains { $0.isDecision } }

  /// Whether a column or a heading says the day of the session.
  private var hasSession: Bool { sectionsAreSessions || has(.sessionDay) }

  /// Whether rows say that the certification was awarded.
  private var hasAwards: Bool {
    switch awards {
    case .byResult: has(.result)
    case .byCertificateNumber: has(.certificateNumber)
    }
  }

  private var hasDaysOfBlocks: Bool {
    columns.contains { column in
      if case .dayOf = column.field { true } else { column.sessionOn != nil }
    }
  }

  /// Whether decisions or awards of the sheet have no day.
  private var hasUndatedDecisions: Bool {
    if hasAwards, !has(.awardDay), !hasDaysOfBlocks { return true }
    return columns.contains { column in
      if column.sessionOn != nil { return false }
      guard let block = column.field.block else { return column.isDecision }
      return column.isDecision && !has(.dayOf(block))
    }
  }

  /// Whether nothing but a session's day tells when a candidate was enrolled.
  private var isDatedBySession: Bool {
    if case .given(.fixed) = enrolment { return false }
    let days: [PlannedField] = [
      .enrolmentDay, .trainingStart, .trainingEnd, .admissibilityDay, .awardDay, .certificateDay,
    ]
    return enrolment?.value != nil && !hasDaysOfBlocks && !days.contains(where: has)
  }
}

extension PlannedColumn {
  fileprivate var isMark: Bool {
    if case .markOn = field { return true }
    return field == .mark
  }

  /// Whether a jury decided what its cells say.
  fileprivate var isDecision: Bool {
    if case .verdictOn = field { return true }
    return isMark || [.verdict, .validatedBlocks, .refusedBlocks].contains(field)
  }

  fileprivate var openQuestions: [PlanQuestion] {
    var questions: [PlanQuestion] = []
    let name = PlanQuote.onOneLine(heading)
    let key = Text(verbatim: occurrence == 1 ? name : "\(name) (\(occurrence))")
    if field.isDay, dayForm == .open {
      questions.append(
        PlanQuestion(
          key,
          Text(
            "dans les jours de « \(key.french) », qu’est-ce qui vient d’abord ? écrire dans [colonnes] "
              + "`jour d’abord` (17/06/2021) ou `mois d’abord` (06/17/2021)",
            "in the days of \"\(key.english)\", which comes first? write in [columns] `day first` "
              + "(17/06/2021) or `month first` (06/17/2021)")))
    }
    if field.isDay, serials.contains(where: { $0.start == .open }) {
      questions.append(
        PlanQuestion(
          key,
          Text(
            "depuis quelle année les nombres de « \(key.french) » comptent-ils les jours ? écrire "
              + "dans [colonnes] `nombres 1900` ou `nombres 1904`",
            "from which year do the numbers of \"\(key.english)\" count days? write in [columns] "
              + "`numbers 1900` or `numbers 1904`")))
    }
    return questions
  }
}
