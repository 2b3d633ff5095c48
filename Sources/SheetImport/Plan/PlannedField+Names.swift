public import Events

// The names of fields in the plan's file.

extension PlannedField {
  /// The fields that name no block, in the order in which they are explained.
  static let plain = PlanWords<PlannedField>(
    groups.flatMap { group in
      group.fields.map { PlanWords.Entry($0, $0.name, $0.otherNames) }
    })

  /// The fields that name no block, by what they are about.
  static let groups: [(about: Text, fields: [PlannedField])] = [
    (
      Text("personne", "person"),
      [
        .personReference, .birthName, .usageName, .firstNames, .fullName, .sex, .birthDate,
        .birthPlace, .birthPostalCode, .birthINSEECode, .birthCountryCode, .email,
      ]
    ),
    (
      Text("candidature", "candidacy"),
      [
        .candidacyReference, .certification, .pathway, .audience, .employer, .enrolmentDay,
        .trainingStart, .trainingEnd, .centreHours, .companyHours, .admissibilityDay,
      ]
    ),
    (
      Text("session", "session"),
      [
        .sessionDay, .juryReference, .block, .verdict, .mark, .validatedBlocks, .refusedBlocks,
        .grounds, .recommendation, .result, .awardDay, .certificateNumber, .certificateDay,
      ]
    ),
    (Text("autres", "others"), [.ignored, .state, .toCorrect]),
  ]

  /// A field that names a block: what stands before the block's code.
  enum OnBlock: Hashable, Sendable, CaseIterable {
    case verdict, day, mark

    func field(_ block: BlockCode) -> PlannedField {
      switch self {
      case .verdict: .verdictOn(block)
      case .day: .dayOf(block)
      case .mark: .markOn(block)
      }
    }
  }

  static let onBlock = PlanWords<OnBlock>([
    .init(.verdict, Text("décision sur", "decision on"), ["verdict sur", "verdict on"]),
    .init(
      .day, Text("jour de la décision sur", "day of the decision on"),
      ["date de la decision sur", "decision day on"]),
    .init(.mark, Text("note sur", "mark on")),
  ])

  /// The block that the field names.
  var block: BlockCode? {
    switch self {
    case .verdictOn(let block), .dayOf(let block), .markOn(let block): block
    case .ignored, .personReference, .birthName, .usageName, .firstNames, .fullName, .sex,
      .birthDate, .birthPlace, .birthPostalCode, .birthINSEECode, .birthCountryCode, .email,
      .candidacyReference, .certification, .pathway, .audience, .employer, .enrolmentDay,
      .trainingStart, .trainingEnd, .centreHours, .companyHours, .admissibilityDay, .sessionDay,
      .juryReference, .block, .verdict, .mark, .validatedBlocks, .refusedBlocks, .grounds,
      .recommendation, .result, .awardDay, .certificateNumber, .certificateDay, .state,
      .toCorrect:
      nil
    }
  }

  /// The same field with another block; itself if it names none.
  func on(_ block: BlockCode) -> PlannedField {
    switch self {
    case .verdictOn: .verdictOn(block)
    case .dayOf: .dayOf(block)
    case .markOn: .markOn(block)
    case .ignored, .personReference, .birthName, .usageName, .firstNames, .fullName, .sex,
      .birthDate, .birthPlace, .birthPostalCode, .birthINSEECode, .birthCountryCode, .email,
      .candidacyReference, .certification, .pathway, .audience, .employer, .enrolmentDay,
      .trainingStart, .trainingEnd, .centreHours, .companyHours, .admissibilityDay, .sessionDay,
      .juryReference, .block, .verdict, .mark, .validatedBlocks, .refusedBlocks, .grounds,
      .recommendation, .result, .awardDay, .certificateNumber, .certificateDay, .state,
      .toCorrect:
      self
    }
  }

  /// What the plan's file writes: `nom de naissance`, `décision sur RNCP38052BC01`.
  public var name: Text {
    switch self {
    case .ignored: Text("ignorée", "ignored")
    case .personReference: Text("matricule", "person reference")
    case .birthName: Text("nom de naissance", "birth name")
    case .usageName: Text("nom d’usage", "usage name")
    case .firstNames: Text("prénoms", "first names")
    case .fullName: Text("nom et prénoms", "full name")
    case .sex: Text("sexe", "sex")
    case .birthDate: Text("date de naissance", "birth date")
    case .birthPlace: Text("lieu de naissance", "birth place")
    case .birthPostalCode: Text("code postal de naissance", "birth postal code")
    case .birthINSEECode: Text("code INSEE de naissance", "birth INSEE code")
    case .birthCountryCode: Text("code pays de naissance", "birth country code")
    case .email: Text("courriel", "e-mail")
    case .candidacyReference: Text("référence du dossier", "file reference")
    case .certification: Text("certification", "certification")
    case .pathway: Text("voie", "pathway")
    case .audience: Text("public", "audience")
    case .employer: Text("employeur", "employer")
    case .enrolmentDay: Text("jour d’inscription", "enrolment day")
    case .trainingStart: Text("début de formation", "training start")
    case .trainingEnd: Text("fin de formation", "training end")
    case .centreHours: Text("heures en centre", "centre hours")
    case .companyHours: Text("heures en entreprise", "company hours")
    case .admissibilityDay: Text("jour de recevabilité", "admissibility day")
    case .sessionDay: Text("jour de session", "session day")
    case .juryReference: Text("référence du jury", "jury reference")
    case .block: Text("bloc", "block")
    case .verdict: Text("décision", "decision")
    case .verdictOn(let block): Text("décision sur \(block)", "decision on \(block)")
    case .dayOf(let block):
      Text("jour de la décision sur \(block)", "day of the decision on \(block)")
    case .mark: Text("note", "mark")
    case .markOn(let block): Text("note sur \(block)", "mark on \(block)")
    case .validatedBlocks: Text("blocs validés", "validated blocks")
    case .refusedBlocks: Text("blocs refusés", "refused blocks")
    case .grounds: Text("motifs de refus", "grounds of refusal")
    case .recommendation: Text("recommandation", "recommendation")
    case .result: Text("résultat", "result")
    case .awardDay: Text("jour de délivrance", "award day")
    case .certificateNumber: Text("n° de certificat", "certificate number")
    case .certificateDay: Text("jour du certificat", "certificate day")
    case .state: Text("état", "state")
    case .toCorrect: Text("à corriger", "to correct")
    }
  }

  /// What is read too.
  private var otherNames: [String] {
    switch self {
    case .ignored: ["ignore", "ignorer", "ignore"]
    case .personReference: ["reference de la personne", "identifiant de la personne"]
    case .birthName: ["nom"]
    case .usageName: ["nom usuel", "usual name"]
    case .firstNames: ["prenom", "first name"]
    case .fullName: ["nom et prenom", "nom prenom"]
    case .sex: ["civilite"]
    case .birthDate: ["jour de naissance", "naissance", "date of birth"]
    case .birthPlace: ["place of birth"]
    case .birthPostalCode: ["code postal", "postal code"]
    case .birthINSEECode: ["code INSEE", "INSEE code"]
    case .birthCountryCode: ["code pays", "country code"]
    case .email: ["e-mail", "mail", "adresse electronique"]
    case .candidacyReference: ["reference", "reference", "dossier"]
    case .enrolmentDay: ["date d'inscription", "enrollment day"]
    case .trainingStart: ["entree en formation"]
    case .trainingEnd: ["sortie de formation"]
    case .admissibilityDay: ["date de recevabilite"]
    case .sessionDay: ["jour de la session", "date de session", "jour du jury", "date du jury"]
    case .juryReference: ["jury"]
    case .verdict: ["verdict"]
    case .grounds: ["motif de refus", "motifs", "grounds"]
    case .awardDay: ["date de delivrance"]
    case .certificateNumber: ["numero de certificat", "numero du certificat"]
    case .certificateDay: ["date du certificat", "date de certificat"]
    case .certification, .pathway, .audience, .employer, .centreHours,
      .companyHours, .block, .verdictOn, .dayOf, .mark, .markOn, .validatedBlocks,
      .refusedBlocks, .recommendation, .result, .state, .toCorrect:
      []
    }
  }

  /// The field of a name in either language; nil if there is none.
  init?(named text: String) {
    if let field = Self.plain.value(of: text) {
      self = field
      return
    }
    let words = text.split(whereSeparator: \.isWhitespace)
    for count in 1..<max(1, words.count) {
      let start = words.prefix(count).joined(separator: " ")
      guard let kind = Self.onBlock.value(of: start),
        let block = try? BlockCode(words.dropFirst(count).joined())
      else { continue }
      self = kind.field(block)
      return
    }
    return nil
  }

  /// The name nearest to a mistyped one: of a field with a block, that with the block that was typed.
  static func near(_ text: String) -> Text? {
    let words = text.split(whereSeparator: \.isWhitespace)
    if words.count > 2, let code = words.last,
      let near = onBlock.near(words.dropLast().joined(separator: " "))
    {
      return Text("\(near.french) \(code)", "\(near.english) \(code)")
    }
    return plain.near(text)
  }

  /// Whether its cells have days.
  var isDay: Bool {
    switch self {
    case .birthDate, .enrolmentDay, .trainingStart, .trainingEnd, .admissibilityDay, .sessionDay,
      .dayOf, .awardDay, .certificateDay:
      true
    case .ignored, .personReference, .birthName, .usageName, .firstNames, .fullName, .sex,
      .birthPlace, .birthPostalCode, .birthINSEECode, .birthCountryCode, .email,
      .candidacyReference, .certification, .pathway, .audience, .employer, .centreHours,
      .companyHours, .juryReference, .block, .verdict, .verdictOn, .mark, .markOn,
      .validatedBlocks, .refusedBlocks, .grounds, .recommendation, .result, .certificateNumber,
      .state, .toCorrect:
      false
    }
  }
}
