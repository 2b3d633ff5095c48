internal import Events

// From the person to the end of training.

extension TypeGuide {
  static let candidateRegistered = TypeGuide(
    Text(
      "Enregistre une personne et son identité, avant toute inscription.",
      "Registers a person and their identity, before any enrolment."),
    TypeExample(
      on: "2026-01-12",
      [
        "candidate=P-2026-001", "identity.birthName=Moreau", "identity.firstNames=Camille,Lou",
        "identity.birthDate=1990-03-12", "identity.sex=F", "identity.birthPlace.postalCode=69003",
      ]),
    next: [.candidateEnrolled],
    note: Text(
      "Pour que l’identité ne figure pas dans la liste des processus : --data -, ou la commande seule sur un terminal.",
      "To keep the identity out of the list of processes: --data -, or the bare command on a terminal."
    ))

  static let candidateIdentityCorrected = TypeGuide(
    Text(
      "Remplace l’identité d’une personne par la bonne ; l’ancienne reste dans l’historique.",
      "Replaces a person’s identity by the right one; the former one stays in the history."),
    TypeExample(
      on: "2026-02-03",
      [
        "candidate=P-2026-001", "identity.birthName=Moreau", "identity.firstNames=Camille",
        "identity.birthDate=1990-03-21", "identity.sex=F", "identity.birthPlace.postalCode=69003",
      ]),
    note: Text(
      "L’identité se donne tout entière. Pour un seul champ mal tapé, `acquis correct` suffit.",
      "The identity is given whole. For one mistyped field, `acquis correct` is enough."))

  static let candidateMerged = TypeGuide(
    Text(
      "Réunit deux identifiants donnés par erreur à une même personne.",
      "Merges two ids that were given to one person by mistake."),
    TypeExample(on: "2026-02-03", ["candidate=P-2026-002", "into=P-2026-001"]),
    note: Text(
      "Les candidatures des deux identifiants sont désormais celles d’une seule personne.",
      "The candidacies of both ids are those of one person from then on."))

  static let candidateIdentityErased = TypeGuide(
    Text(
      "Constate qu’à la demande d’une personne, sa clé a été détruite : son identité ne se lit plus.",
      "Records that a person’s key was destroyed at their request: their identity is gone."),
    TypeExample(
      command: "erase P-2026-001",
      reason: Text("demande du 3 février 2026", "request of 3 February 2026")),
    note: Text(
      "Ne s’enregistre pas à la main : `acquis erase` détruit la clé, puis l’enregistre.",
      "Not recorded by hand: `acquis erase` destroys the key, then records it."))

  static let candidateDeceased = TypeGuide(
    Text("Enregistre le décès d’une personne.", "Records a person’s death."),
    TypeExample(on: "2026-02-03", ["candidate=P-2026-001"]),
    note: Text(
      "Plus rien ne lui est demandé ; ce qu’elle a acquis reste.",
      "Nothing more is asked of them; what they hold remains."))

  static let candidateEnrolled = TypeGuide(
    Text(
      "Inscrit une personne à une certification, par une voie d’accès : c’est sa candidature.",
      "Enrols a person for a certification by a pathway: this is their candidacy."),
    TypeExample(
      on: "2026-01-12",
      [
        "candidacy=D-2026-001", "candidate=P-2026-001", "certification=RNCP38052",
        "pathway=continuingTraining", "public=employee",
      ]),
    next: [
      .prerequisiteVerified, .dossierSubmitted, .priorValidationRecognised, .trainingStarted,
    ])

  static let prerequisiteVerified = TypeGuide(
    Text(
      "Dit si une condition d’entrée de la certification est remplie, et sur quelle pièce.",
      "States whether a condition of entry is met, and on what evidence."),
    TypeExample(
      on: "2026-01-12",
      ["candidacy=D-2026-001", "prerequisite=level3", "satisfied=true"]),
    next: [.selectionTestTaken, .positioningTestTaken, .trainingStarted])

  static let selectionTestTaken = TypeGuide(
    Text(
      "Enregistre le résultat du test d’entrée, là où la certification sélectionne.",
      "Records the result of the entry test, where the certification selects."),
    TypeExample(on: "2026-01-13", ["candidacy=D-2026-002", "passed=true"]),
    next: [.selectionInterviewHeld])

  static let selectionInterviewHeld = TypeGuide(
    Text(
      "Enregistre l’entretien de sélection : qui le menait, et l’avis rendu.",
      "Records the selection interview: who held it, and the opinion given."),
    TypeExample(
      on: "2026-01-14",
      ["candidacy=D-2026-002", "interviewers=trainingBody,housingBody", "favourable=true"]),
    next: [.positioningTestTaken, .trainingStarted])

  static let positioningTestTaken = TypeGuide(
    Text(
      "Enregistre le test de positionnement, et si le parcours a été adapté.",
      "Records the positioning test, and whether the path was adapted to it."),
    TypeExample(on: "2026-01-19", ["candidacy=D-2026-001", "adjusted=false"]),
    next: [.trainingStarted])

  static let admissibilityDecided = TypeGuide(
    Text(
      "Décide si une personne est recevable à la VAE.",
      "Decides whether a person is admitted to VAE."),
    TypeExample(
      on: "2026-02-16",
      ["candidacy=D-2026-003", "admissible=true", "validUntil=2031-02-16"]),
    next: [.dossierSubmitted, .candidateSummoned])

  static let dossierSubmitted = TypeGuide(
    Text(
      "Enregistre le dépôt d’un dossier : recevabilité, VAE ou situation-problème.",
      "Records that a dossier was handed in: admissibility, VAE or problem situation."),
    TypeExample(on: "2026-01-12", ["candidacy=D-2026-003", "kind=admissibility"]),
    next: [.admissibilityDecided, .candidateSummoned])

  static let trainingStarted = TypeGuide(
    Text("Enregistre l’entrée en formation.", "Records that training has started."),
    TypeExample(on: "2026-01-20", ["candidacy=D-2026-001", "site=premises"]),
    next: [.competencyAssessed, .trainingCompleted])

  static let trainingCompleted = TypeGuide(
    Text(
      "Enregistre la fin de la formation et les heures suivies.",
      "Records the end of training and the hours followed."),
    TypeExample(
      on: "2026-05-29",
      ["candidacy=D-2026-001", "centreHours=154", "centreMinutes=30", "companyHours=280"]),
    next: [.competencyAssessed, .candidateSummoned])

  static let competencyAssessed = TypeGuide(
    Text(
      "Enregistre l’évaluation de compétences : une, ou toute la grille d’un bloc.",
      "Records how competencies were assessed: one, or the grid of a whole block."),
    TypeExample(
      on: "2026-06-02",
      ["candidacy=D-2026-001", "modality=simulation", "block=BC01", "except=C13"]),
    next: [.competencyAssessed, .candidateSummoned],
    note: Text(
      "block=BC01 except=C13 : toutes les compétences du bloc sont acquises, sauf C13.",
      "block=BC01 except=C13: every competency of the block is acquired, but C13."))

  static let candidacyWithdrawn = TypeGuide(
    Text(
      "Enregistre qu’une personne abandonne sa candidature.",
      "Records that a person gives up their candidacy."),
    TypeExample(on: "2026-03-02", ["candidacy=D-2026-001"]),
    next: [.candidacyReopened],
    note: Text("Les blocs acquis restent acquis.", "Blocks that are held stay held."))

  static let candidacyTransferred = TypeGuide(
    Text(
      "Enregistre qu’une candidature se poursuit auprès d’un autre organisme.",
      "Records that a candidacy goes on with another body."),
    TypeExample(
      on: "2026-03-02",
      ["candidacy=D-2026-001", .text("to", Text("Organisme B", "Body B"))]))

  static let candidacyReopened = TypeGuide(
    Text(
      "Rouvre une candidature abandonnée ou transférée.",
      "Opens again a candidacy that was withdrawn or transferred."),
    TypeExample(on: "2026-04-07", ["candidacy=D-2026-001"]),
    next: [.trainingStarted, .candidateSummoned])

  static let pathwayChanged = TypeGuide(
    Text(
      "Change la voie d’accès d’une candidature : un contrat d’apprentissage rompu, par exemple.",
      "Changes the pathway of a candidacy: an apprenticeship contract broken, say."),
    TypeExample(on: "2026-03-02", ["candidacy=D-2026-001", "pathway=continuingTraining"]),
    next: [.trainingStarted, .competencyAssessed])

  static let completionWindowExtended = TypeGuide(
    Text(
      "Prolonge le délai donné pour compléter une certification partielle.",
      "Extends the time given to complete a partial certification."),
    TypeExample(
      on: "2026-09-01",
      [
        "candidacy=D-2026-001", "until=2032-06-18",
        .text("grounds", Text("congé de maternité", "maternity leave")),
      ]),
    next: [.candidateSummoned])

  static let priorValidationRecognised = TypeGuide(
    Text(
      "Reconnaît un bloc qu’une personne a déjà acquis, avec la preuve.",
      "Recognises a block that a person holds already, with the evidence."),
    TypeExample(
      on: "2026-01-12",
      [
        "candidacy=D-2026-001", "block=BC01", "basis=permanent", "source.candidacy=D-2020-014",
        "source.block=RNCP38052BC01",
      ]),
    next: [.candidateSummoned, .certificationAwarded],
    note: Text(
      "`acquis prior` dit ce qui compte, et propose les commandes.",
      "`acquis prior` shows what counts, and proposes the commands."))

  static let recognitionRevoked = TypeGuide(
    Text(
      "Révoque une reconnaissance : le bloc n’est plus acquis à ce titre.",
      "Revokes a recognition: the block is no longer held on that ground."),
    TypeExample(
      on: "2026-02-03",
      [
        "candidacy=D-2026-001", "block=BC01",
        .text("grounds", Text("pièce irrecevable", "invalid document")),
      ]),
    next: [.candidateSummoned])
}
