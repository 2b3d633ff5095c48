internal import Events
internal import Rules

/// What a rule reports of a sheet, in some words: without ids, days and numbers, so that all its rows share them.
struct SheetRuleText: Hashable {
  let text: Text
  /// Whether sheets of that time do not state what the rule asks for, rather than state something wrong.
  let isOfItsAge: Bool

  /// - Parameter isOfJury: whether the entry is about a jury, and no row of the sheet states it.
  init(_ finding: Finding, isOfJury: Bool) {
    let number = Int(finding.rule.description.dropFirst()) ?? 0
    let causes = Self.causes[number] ?? []
    let message = finding.message.english
    guard
      let cause = causes.first(where: { cause in
        (cause.isOfJury ?? isOfJury) == isOfJury && Self.speaks(message, of: cause.words)
      })
    else {
      text = Self.rules[number] ?? finding.message
      isOfItsAge = false
      return
    }
    text = cause.text
    isOfItsAge = cause.isOfItsAge
  }

  private static func speaks(_ message: String, of words: String) -> Bool {
    guard let first = words.first else { return true }
    var rest = Substring(message)
    while let start = rest.firstIndex(of: first) {
      rest = rest[start...]
      if rest.hasPrefix(words) { return true }
      rest = rest.dropFirst()
    }
    return false
  }

  /// One of a rule's causes, which is told apart from the others.
  struct Cause: Sendable {
    /// Of the finding's English message, which programs read too and which does not change.
    var words = ""
    /// nil: of juries and of rows.
    var isOfJury: Bool?
    var isOfItsAge = false
    let text: Text
  }

  /// The causes that are told apart, by the rule's number; the first that suits counts.
  static let causes: [Int: [Cause]] = [
    3: [
      Cause(
        isOfJury: true, isOfItsAge: true,
        text: Text("composition du jury inconnue", "composition of the jury unknown"))
    ],
    9: [
      Cause(
        isOfItsAge: true,
        text: Text(
          "certification délivrée sans évaluation de chaque compétence",
          "certification awarded without an assessment of each competency"))
    ],
    10: [
      Cause(
        words: "does not state", isOfItsAge: true,
        text: Text(
          "la feuille ne dit pas si le candidat est salarié ou demandeur d’emploi",
          "the sheet does not say whether the candidate is an employee or a job seeker")),
      Cause(
        words: "is not selected", isOfItsAge: true,
        text: Text("formation sans sélection enregistrée", "training without a selection recorded")),
    ],
    12: [
      Cause(
        words: "has no admissibility decision", isOfItsAge: true,
        text: Text("VAE sans décision de recevabilité", "VAE without an admissibility decision")),
      Cause(
        words: "follows the pathway",
        text: Text(
          "décision de recevabilité hors de la VAE", "admissibility decision outside VAE")),
    ],
    14: [
      Cause(
        words: "is already used",
        text: Text("numéro de certificat déjà utilisé", "certificate’s number already used")),
      Cause(
        words: "already has a certificate",
        text: Text(
          "deuxième certificat pour une même délivrance", "second certificate for one award")),
      Cause(
        words: "has not been awarded",
        text: Text(
          "certificat sans certification délivrée", "certificate without an award")),
      Cause(
        words: "no longer rests on every block",
        text: Text(
          "certificat d’une certification délivrée sans tous les blocs",
          "certificate of a certification awarded without every block")),
    ],
    15: [
      Cause(
        words: "is already awarded",
        text: Text("certification déjà délivrée", "certification already awarded")),
      Cause(
        words: "before its enrolment",
        text: Text("fait antérieur à l’inscription", "fact before the enrolment")),
    ],
    21: [
      Cause(
        isOfItsAge: true,
        text: Text(
          "délivrance non déclarée à la Caisse des Dépôts dans les trois mois",
          "award not declared to the Caisse des Dépôts within three months"))
    ],
    28: [
      Cause(
        isOfItsAge: true,
        text: Text(
          "résultat non notifié dans les quinze jours", "result not sent within fifteen days"))
    ],
  ]

  /// What breaking a rule is, by the rule's number.
  static let rules: [Int: Text] = [
    1: Text("voie non ouverte pour la certification", "pathway not open for the certification"),
    2: Text(
      "inscription ou délivrance hors de l’enregistrement de la certification",
      "enrolment or award outside the certification’s registration"),
    3: Text("jury incomplet", "jury incomplete"),
    4: Text(
      "bloc ou jury étranger à la certification", "block or jury not of the certification"),
    5: Text(
      "décision d’un jury qui ne pouvait pas décider", "decision of a jury that could not decide"),
    6: Text("bloc déjà acquis, décidé de nouveau", "block already held, decided again"),
    7: Text(
      "décision après la fin du délai pour compléter", "decision after the completion window"),
    8: Text(
      "certification délivrée sans tous les blocs", "certification awarded without every block"),
    9: Text("compétence non évaluée", "competency not assessed"),
    10: Text("sélection incomplète avant la formation", "selection incomplete before the training"),
    11: Text(
      "compétence évaluée par une modalité non prévue",
      "competency assessed in a way not provided for"),
    12: Text(
      "recevabilité non favorable ou non valable le jour de la session",
      "admissibility unfavourable, or not valid on the session’s day"),
    13: Text(
      "membre récusé présent, ou personne étrangère au jury",
      "recused member present, or somebody not of the jury"),
    14: Text("certificat irrégulier", "irregular certificate"),
    15: Text("faits qui ne se suivent pas dans l’ordre", "facts out of order"),
    16: Text(
      "bloc reconnu sans validation qui le permette", "block recognised without a validation for it"
    ),
    17: Text(
      "révocation, recours ou annulation de ce qui n’est pas en vigueur",
      "revocation, appeal or annulment of what is not in force"),
    18: Text(
      "heures de formation en dessous du minimum", "training hours below the minimum"),
    19: Text(
      "deuxième délai pour compléter la même certification",
      "second window to complete one certification"),
    20: Text(
      "certification délivrée sur documents seulement", "certification awarded on documents alone"),
    21: Text("délivrance non déclarée à temps", "award not declared in time"),
    22: Text(
      "deux candidatures en cours pour la même certification",
      "two live candidacies for one certification"),
    23: Text(
      "déclaration ou enquête sans délivrance en vigueur",
      "declaration or survey without an award in force"),
    24: Text(
      "pièces d’un jury qui ne sont pas d’une même session",
      "papers of a jury that are not of one session"),
    25: Text("prolongation sans délai à prolonger", "extension without a window to extend"),
    26: Text(
      "certification délivrée à une personne non enregistrée",
      "certification awarded to somebody not registered"),
    27: Text(
      "VAE sans session dans les trois mois du dossier",
      "VAE without a session within three months of the dossier"),
    28: Text("résultat non notifié à temps", "result not sent in time"),
    29: Text(
      "deuxième dossier de recevabilité la même année",
      "second admissibility dossier in one year"),
    30: Text(
      "bloc reconnu d’après une source qui n’est plus en vigueur",
      "block recognised from a source no longer in force"),
    31: Text(
      "décision plus de deux mois après la session",
      "decision more than two months after the session"
    ),
  ]
}
