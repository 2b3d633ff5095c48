internal import Events

// From the award to the survey of those who hold the certification, and the mending of mistakes.

extension TypeGuide {
  static let certificationAwarded = TypeGuide(
    Text(
      "Délivre la certification à qui a acquis tous les blocs.",
      "Awards the certification to who holds every block."),
    TypeExample(on: "2026-06-25", ["candidacy=D-2026-001", "jury=J-2026-001"]),
    next: [.certificateIssued, .awardDeclared])

  static let certificateIssued = TypeGuide(
    Text(
      "Enregistre la remise du certificat et son numéro.",
      "Records that the certificate was issued, with its number."),
    TypeExample(on: "2026-07-01", ["candidacy=D-2026-001", "number=AF-2026-001"]),
    next: [.awardDeclared],
    note: Text(
      "`acquis attest` avec --certificate imprime le certificat.",
      "`acquis attest` with --certificate prints it."))

  static let certificateReissued = TypeGuide(
    Text(
      "Remplace un certificat par un autre, de numéro nouveau ; l’ancien ne vaut plus.",
      "Replaces a certificate by one of a new number; the former one is no longer valid."),
    TypeExample(
      on: "2026-09-15",
      [
        "candidacy=D-2026-001", "number=AF-2026-014", "replaces=AF-2026-001",
        .text("grounds", Text("nom mal orthographié", "name misspelt")),
      ]))

  static let partialCertificateIssued = TypeGuide(
    Text(
      "Enregistre la remise d’une attestation des blocs acquis, et son numéro.",
      "Records that a certificate of the blocks held was issued, with its number."),
    TypeExample(
      on: "2026-07-01",
      ["candidacy=D-2026-001", "blocks=BC01,BC02", "number=AP-2026-001"]),
    next: [.candidateSummoned])

  static let certificateDuplicated = TypeGuide(
    Text(
      "Enregistre qu’un duplicata du même certificat a été remis.",
      "Records that a second copy of the same certificate was given."),
    TypeExample(
      on: "2026-09-15",
      ["candidacy=D-2026-001", "number=AF-2026-001", .text("grounds", Text("perte", "loss"))]))

  static let certificationRevoked = TypeGuide(
    Text(
      "Révoque une certification délivrée, et les blocs qui tombent avec elle.",
      "Revokes a certification that was awarded, and the blocks that fall with it."),
    TypeExample(
      on: "2026-09-15",
      [
        "candidacy=D-2026-001", "blocks=BC02",
        .text("grounds", Text("fraude établie", "fraud proven")),
      ]),
    note: Text(
      "Ce qui a été déclaré à la Caisse des Dépôts est à y faire rectifier.",
      "What was declared to the Caisse des Dépôts has to be put right there."))

  static let awardDeclared = TypeGuide(
    Text(
      "Enregistre qu’une délivrance a été transmise à la Caisse des Dépôts.",
      "Records that an award was sent to the Caisse des Dépôts."),
    TypeExample(on: "2026-07-15", ["candidacy=D-2026-001", "flow=CDC-2026-07"]),
    next: [.declarationAnswered])

  static let declarationAnswered = TypeGuide(
    Text(
      "Enregistre la réponse de la Caisse des Dépôts à une déclaration.",
      "Records the answer of the Caisse des Dépôts to a declaration."),
    TypeExample(
      on: "2026-07-20", ["candidacy=D-2026-001", "flow=CDC-2026-07", "outcome=accepted"]),
    next: [.insertionSurveyAnswered],
    note: Text(
      "Une déclaration rejetée est à corriger et à envoyer de nouveau.",
      "A declaration that was rejected has to be corrected and sent again."))

  static let insertionSurveyAnswered = TypeGuide(
    Text(
      "Enregistre ce qu’une personne certifiée répond à l’enquête d’insertion.",
      "Records what a certified person answers to the insertion survey."),
    TypeExample(
      on: "2027-01-15",
      ["candidacy=D-2026-001", "after=sixMonths", "employed=true", "inTargetOccupation=true"]),
    next: [.insertionSurveyAnswered])

  static let eventAnnulled = TypeGuide(
    Text(
      "Annule une entrée faite par erreur ; elle reste lisible, et ne compte plus.",
      "Annuls an entry made by mistake; it can still be read, and counts no more."),
    TypeExample(
      command: "annul 41", reason: Text("entrée en double", "entered twice")),
    note: Text(
      "Se fait par `acquis annul`, ou par `acquis correct` qui enregistre aussi la bonne entrée.",
      "Done by `acquis annul`, or by `acquis correct`, which records the right entry as well."))
}
