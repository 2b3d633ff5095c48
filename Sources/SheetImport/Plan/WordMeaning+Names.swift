internal import AcquisLedger
internal import Events

// What the plan's file writes for the meanings of words, and which a column may have.

extension WordMeaning {
  /// Which meanings the words of a column may have, besides ``open``, ``leftOut`` and ``nothing``.
  enum Choice: Hashable, Sendable {
    case none, verdict, result, sex, pathway, audience, certification, block
  }

  /// What is written, but for the quotes of an authority or a code.
  func name(quoting quoted: (String) -> String) -> Text {
    switch self {
    case .open: Text(verbatim: PlanVocabulary.open)
    case .leftOut: MeaningWords.leftOut.only
    case .nothing: MeaningWords.nothing.only
    case .verdict(let verdict): MeaningWords.verdicts.name(of: verdict) ?? Text(verbatim: "")
    case .equivalence(let authority):
      Text("équivalence : \(quoted(authority))", "equivalence: \(quoted(authority))")
    case .awarded: MeaningWords.awarded.only
    case .sex(let sex): PlanLists.sex.name(of: sex.rawValue)
    case .pathway(let pathway): PlanLists.pathway.name(of: pathway.rawValue)
    case .audience(let audience): PlanLists.audience.name(of: audience.rawValue)
    case .certification(let code): Text(verbatim: code.text)
    case .block(let code): Text(verbatim: quoted(code))
    }
  }

  /// The meaning that a text names in a column of this choice; nil if there is none.
  ///
  /// - Parameter authority: what is after the colon of an equivalence.
  init?(named text: String, authority: String?, of choice: Choice) {
    if let authority {
      guard choice == .verdict, MeaningWords.equivalence.has(text), !authority.isEmpty else {
        return nil
      }
      self = .equivalence(authority: authority)
      return
    }
    if text == PlanVocabulary.open {
      self = .open
    } else if MeaningWords.leftOut.has(text) {
      self = .leftOut
    } else if MeaningWords.nothing.has(text) {
      self = .nothing
    } else if let meaning = Self.meaning(text, of: choice) {
      self = meaning
    } else {
      return nil
    }
  }

  private static func meaning(_ text: String, of choice: Choice) -> WordMeaning? {
    switch choice {
    case .none: nil
    case .verdict: MeaningWords.verdicts.value(of: text).map { .verdict($0) }
    case .result: MeaningWords.awarded.has(text) ? .awarded : nil
    case .sex: PlanLists.sex.value(of: text).flatMap(Sex.init).map { .sex($0) }
    case .pathway: PlanLists.pathway.value(of: text).flatMap(Pathway.init).map { .pathway($0) }
    case .audience:
      PlanLists.audience.value(of: text).flatMap(Audience.init).map { .audience($0) }
    case .certification: CertificationCode(planned: text).map { .certification($0) }
    case .block: BlockCode(planned: text).map { .block($0.text) }
    }
  }
}

extension WordMeaning.Choice {
  /// The choice of a column's field.
  init(_ field: PlannedField) {
    self =
      switch field {
      case .verdict, .verdictOn, .mark, .markOn: .verdict
      case .result: .result
      case .sex: .sex
      case .pathway: .pathway
      case .audience: .audience
      case .certification: .certification
      case .block, .validatedBlocks, .refusedBlocks: .block
      case .ignored, .personReference, .birthName, .usageName, .firstNames, .fullName, .birthDate,
        .birthPlace, .birthPostalCode, .birthINSEECode, .birthCountryCode, .email,
        .candidacyReference, .employer, .enrolmentDay, .trainingStart, .trainingEnd, .centreHours,
        .companyHours, .admissibilityDay, .sessionDay, .juryReference, .dayOf, .grounds,
        .recommendation, .awardDay, .certificateNumber, .certificateDay, .state, .toCorrect:
        .none
      }
  }

  /// The meanings of this choice alone.
  private var own: [Text] {
    switch self {
    case .none: []
    case .verdict:
      MeaningWords.verdicts.names + [Text("équivalence : AUTORITÉ", "equivalence: AUTHORITY")]
    case .result: MeaningWords.awarded.names
    case .sex: PlanLists.sex.names
    case .pathway: PlanLists.pathway.names
    case .audience: PlanLists.audience.names
    case .certification:
      [Text("le code d’une certification (RNCP38052)", "a certification’s code (RNCP38052)")]
    case .block: [Text("le code d’un bloc (BC01)", "a block’s code (BC01)")]
    }
  }

  /// Everything that may be written, besides `?`.
  var names: [Text] { own + MeaningWords.nothing.names + MeaningWords.leftOut.names }
}

extension Identifier {
  /// A code as it is written by hand: blanks in it do not count. Nil for what cannot be a code.
  init?(planned text: String) {
    guard let code = try? Identifier(text.filter { !$0.isWhitespace }) else { return nil }
    self = code
  }
}

/// The names of meanings that are no word of the ledger.
enum MeaningWords {
  static let leftOut = PlanWords<Bool>([
    .init(true, Text("laisser", "leave out"), ["laisse", "laissee", "left out"])
  ])
  static let nothing = PlanWords<Bool>([.init(true, Text("rien", "nothing"))])
  static let awarded = PlanWords<Bool>([
    .init(true, Text("délivrée", "awarded"), ["delivre", "certification delivree"])
  ])
  static let equivalence = PlanWords<Bool>([
    .init(true, Text("équivalence", "equivalence"))
  ])
  static let verdicts = PlanWords<Verdict>([
    .init(.validated, Text("validé", "validated"), ["validee", "acquis", "acquise"]),
    .init(
      .refused, Text("refusé", "refused"),
      ["refusee", "non valide", "non validee", "non acquis", "not validated"]),
    .init(.absent, Text("absent", "absent"), ["absente"]),
    .init(
      .absentExcused, Text("absent excusé", "absent excused"),
      ["absente excusee", "excuse", "excused absent"]),
  ])
}
