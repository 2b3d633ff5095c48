internal import Events

/// The fixed words of the plan's file: sections, keys and answers.
///
/// Names of fields are in ``PlannedField/plain``, meanings of words in ``WordMeaning``.
enum PlanVocabulary {
  enum Section: Hashable, Sendable { case sheet, columns, words }

  static let sections = PlanWords<Section>([
    .init(.sheet, Text("feuille", "sheet")),
    .init(.columns, Text("colonnes", "columns"), ["colonne", "column"]),
    .init(.words, Text("mots", "words"), ["mot", "word"]),
  ])

  /// A line of the section ``Section/sheet``.
  enum Key: Hashable, Sendable, CaseIterable {
    case tabs, headerRow, leftOutRows
    case certification, pathway, audience, session, enrolment, summons, award, certificate, mode
    case threshold, candidacies, reason

    /// As it is written.
    var name: Text { keys.name(of: self) ?? Text(verbatim: "") }
  }

  static let keys = PlanWords<Key>([
    .init(.tabs, Text("onglets", "tabs"), ["onglet", "tab"]),
    .init(.headerRow, Text("en-tête", "header row"), ["en-tetes", "header", "headings"]),
    .init(.leftOutRows, Text("lignes laissées", "rows left out"), ["ligne laissee"]),
    .init(.certification, Text("certification", "certification")),
    .init(.pathway, Text("voie", "pathway"), ["voie d'acces"]),
    .init(.audience, Text("public", "audience")),
    .init(.session, Text("jour de session", "session day"), ["session", "jour de la session"]),
    .init(.enrolment, Text("inscription", "enrolment"), ["jour d'inscription", "enrollment"]),
    .init(.summons, Text("convocation", "summons"), ["jour de convocation"]),
    .init(.award, Text("délivrance", "award"), ["delivrances", "awards"]),
    .init(.certificate, Text("certificat", "certificate"), ["jour du certificat"]),
    .init(.mode, Text("mode des jurys", "jury mode"), ["mode du jury", "mode", "mode of juries"]),
    .init(.threshold, Text("seuil", "threshold")),
    .init(.candidacies, Text("candidatures", "candidacies"), ["candidature", "candidacy"]),
    .init(.reason, Text("motif", "reason")),
  ])

  /// An answer that is not given yet.
  static let open = "?"

  static let allTabs = PlanWords<Bool>([.init(true, Text("tous", "all"), ["tout"])])

  static let fromHeading = PlanWords<Bool>([
    .init(true, Text("titre", "heading"), ["titres", "headings", "title"])
  ])
  /// Between `titre` and the day of rows below no heading: `titre, sinon 17/06/2020`.
  static let otherwise = PlanWords<Bool>([.init(true, Text("sinon", "else"), ["otherwise"])])

  static let sessionDay = PlanWords<Bool>([
    .init(
      true, Text("jour de la session", "session day"),
      ["jour de session", "session", "day of the session"])
  ])
  static let before = PlanWords<Bool>([
    .init(true, Text("précédent", "before"), ["avant", "preceding"])
  ])

  static let candidacies = PlanWords<CandidacyRule>([
    .init(
      .onePerCertification, Text("une par certification", "one per certification"),
      ["par certification", "per certification"]),
    .init(
      .onePerReference, Text("une par référence", "one per reference"),
      ["par reference", "per reference"]),
  ])

  static let awards = PlanWords<AwardRule>([
    .init(.byResult, Text("résultat", "result"), ["resultats", "results"]),
    .init(
      .byCertificateNumber, Text("n° de certificat", "certificate number"),
      ["numero de certificat", "numero du certificat", "n certificat"]),
  ])

  // After a column's field.

  static let dayForms = PlanWords<DayForm>([
    .init(.dayFirst, Text("jour d’abord", "day first")),
    .init(.monthFirst, Text("mois d’abord", "month first")),
  ])
  static let numbers = PlanWords<Bool>([
    .init(true, Text("nombres", "numbers"), ["nombre", "number"])
  ])
  static let rows = PlanWords<Bool>([.init(true, Text("lignes", "rows"), ["ligne", "row"])])
  /// Before the day of a column's session.
  static let session = PlanWords<Bool>([.init(true, Text("session", "session"))])
  static let outOf = PlanWords<Bool>([.init(true, Text("sur", "out of"))])

  // Headings and words.

  /// Before the letters of a column without a heading.
  static let column = PlanWords<Bool>([.init(true, Text("colonne", "column"))])
  /// A blank cell. Its brackets count: `vide` is a word.
  static let blank = Text("(vide)", "(blank)")
  /// Between a word and the one that must be in the row too.
  static let beside = PlanWords<Bool>([.init(true, Text("avec", "with"), ["beside"])])
}

extension PlanWords<Bool> {
  /// The only word of the list.
  var only: Text { entries.first?.name ?? Text(verbatim: "") }

  /// Whether a text is the only word of the list.
  func has(_ text: String) -> Bool { value(of: text) == true }
}
