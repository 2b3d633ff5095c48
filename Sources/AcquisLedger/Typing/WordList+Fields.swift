public import Events
internal import Projections

// The lists of the fields of events.

extension WordList {
  /// The list of a field, by the name of its kind; one without names if the kind is not known.
  public init(kind: String, allowed: [String]) {
    self = Self.byKind[kind] ?? WordList(allowed.map { Entry($0, Text(verbatim: $0)) })
  }

  /// Each list of a field.
  static let byKind: [String: WordList] = [
    Pathway.kind: WordList(Pathway.self), JuryRole.kind: WordList(JuryRole.self),
    SessionMode.kind: WordList(SessionMode.self), Modality.kind: WordList(Modality.self),
    Audience.kind: WordList(Audience.self), Sex.kind: WordList(Sex.self),
    TrainingSite.kind: WordList(TrainingSite.self), DossierKind.kind: WordList(DossierKind.self),
    AssessmentOutcome.kind: WordList(AssessmentOutcome.self),
    AppealOutcome.kind: WordList(AppealOutcome.self),
    DeclarationOutcome.kind: WordList(DeclarationOutcome.self),
    SurveyMoment.kind: WordList(SurveyMoment.self),
    InterviewingBody.kind: WordList(InterviewingBody.self),
    RecognitionBasis.kind: WordList(RecognitionBasis.self), Basis.kind: WordList(Basis.self),
    CompletionRoute.kind: WordList(CompletionRoute.self), Register.kind: WordList(Register.self),
  ]

  /// The types of events.
  public static let types = WordList(EventType.allCases)

  private init<Word: NamedWord>(_ type: Word.Type) {
    self.init(type.allCases.map { Entry($0.rawValue, $0.named, others: $0.otherNames) })
  }
}

/// A word with other usual names than the program shows.
protocol OtherwiseNamed {
  /// In either language; accents do not count, and are left out.
  var otherNames: [String] { get }
}

/// A closed word with the names under which it may be typed.
protocol NamedWord: ClosedWord, OtherwiseNamed {
  /// What the program shows.
  var named: Text { get }
}

extension NamedWord {
  var otherNames: [String] { [] }
}

extension NamedWord where Self: TextConvertible {
  var named: Text { text }
}

extension Pathway: NamedWord {
  var otherNames: [String] {
    switch self {
    case .student: ["eleve", "etudiant", "scolaire", "formation initiale"]
    case .apprenticeship: ["apprenti", "contrat d'apprentissage"]
    case .continuingTraining: ["apres formation", "formation professionnelle continue"]
    case .professionalisation: ["professionnalisation", "contrat pro"]
    case .individual: ["candidat libre", "individuelle"]
    case .experience: ["VAE", "experience", "validation des acquis de l'experience"]
    }
  }
}

extension JuryRole: NamedWord {
  var otherNames: [String] {
    switch self {
    case .president: []
    case .humanResources: ["RH", "ressources humaines", "representant RH", "HR"]
    case .operations: ["operationnel", "operations", "representant operationnel", "metier"]
    case .other: []
    }
  }
}

extension Modality: NamedWord {
  var otherNames: [String] {
    switch self {
    case .simulation: ["mise en situation", "MSP"]
    case .caseStudy: ["cas"]
    case .file: []
    case .interview: ["oral"]
    }
  }
}

extension Audience: NamedWord {
  var otherNames: [String] {
    switch self {
    case .employee: []
    case .jobSeeker: ["chomeur"]
    }
  }
}

extension SessionMode: NamedWord {
  var named: Text {
    switch self {
    case .onSite: Text("présentiel", "on site")
    case .remote: Text("à distance", "remote")
    case .mixed: Text("mixte", "mixed")
    case .written: Text("sur écrit", "written")
    }
  }

  var otherNames: [String] {
    switch self {
    case .onSite: ["en presentiel", "sur place"]
    case .remote: ["distance", "distanciel", "en distanciel", "visioconference", "visio"]
    case .mixed: ["hybride"]
    case .written: ["ecrit", "sur dossier"]
    }
  }
}

extension Sex: NamedWord {
  var named: Text {
    switch self {
    case .female: Text("femme", "female")
    case .male: Text("homme", "male")
    }
  }

  var otherNames: [String] {
    switch self {
    case .female: ["feminin", "Mme", "madame"]
    case .male: ["masculin", "monsieur"]
    }
  }
}

extension TrainingSite: NamedWord {
  var named: Text {
    switch self {
    case .premises: Text("en centre", "training centre")
    case .inCompany: Text("en entreprise", "in company")
    }
  }

  var otherNames: [String] {
    switch self {
    case .premises: ["centre", "dans nos locaux", "locaux"]
    case .inCompany: ["entreprise", "intra"]
    }
  }
}

extension DossierKind: NamedWord {
  var named: Text {
    switch self {
    case .admissibility: Text("recevabilité", "admissibility")
    case .validation: Text("validation", "validation")
    case .problemSituation: Text("situation-problème", "problem situation")
    }
  }

  var otherNames: [String] {
    switch self {
    case .admissibility: ["dossier de recevabilite", "livret 1"]
    case .validation: ["dossier de validation", "livret 2"]
    case .problemSituation: []
    }
  }
}

extension AssessmentOutcome: NamedWord {
  var named: Text {
    switch self {
    case .acquired: Text("acquise", "acquired")
    case .notAcquired: Text("non acquise", "not acquired")
    }
  }
}

extension AppealOutcome: NamedWord {
  var named: Text {
    switch self {
    case .stands: Text("décision maintenue", "upheld")
    case .falls: Text("décision annulée", "overturned")
    }
  }

  var otherNames: [String] {
    switch self {
    case .stands: ["confirmee", "maintenue", "decision maintenue", "rejete"]
    case .falls: ["annulee", "infirmee"]
    }
  }
}

extension DeclarationOutcome: NamedWord {
  var named: Text {
    switch self {
    case .accepted: Text("acceptée", "accepted")
    case .rejected: Text("rejetée", "rejected")
    }
  }
}

extension SurveyMoment: NamedWord {
  var named: Text {
    switch self {
    case .sixMonths: Text("six mois", "six months")
    case .twoYears: Text("deux ans", "two years")
    }
  }

  var otherNames: [String] {
    switch self {
    case .sixMonths: ["6 mois", "a six mois", "6 months"]
    case .twoYears: ["2 ans", "a deux ans", "24 mois", "2 years"]
    }
  }
}

extension InterviewingBody: NamedWord {
  var named: Text {
    switch self {
    case .trainingBody: Text("organisme de formation", "training body")
    case .housingBody: Text("organisme de logement social", "housing body")
    }
  }

  var otherNames: [String] {
    switch self {
    case .trainingBody: ["formation"]
    case .housingBody: ["bailleur", "bailleur social", "organisme HLM"]
    }
  }
}

extension RecognitionBasis: NamedWord {
  var named: Text {
    switch self {
    case .permanent: Text("validation permanente", "permanent")
    case .correspondence: Text("correspondance", "correspondence")
    case .document: Text("document", "document")
    case .equivalence: Text("équivalence", "equivalence")
    }
  }

  var otherNames: [String] {
    switch self {
    case .permanent: ["permanente"]
    case .correspondence, .document, .equivalence: []
    }
  }
}

extension Basis: NamedWord {
  var otherNames: [String] {
    switch self {
    case .fiche: ["la fiche"]
    case .policy: ["politique", "politique du certificateur"]
    }
  }
}

extension CompletionRoute: NamedWord {
  var otherNames: [String] {
    switch self {
    case .partialAssessment: ["evaluation partielle"]
    case .freeCandidate: []
    case .experience: ["experience"]
    }
  }
}

extension Register: NamedWord {
  var named: Text { Text(verbatim: rawValue) }
}

extension CandidacyStatus: OtherwiseNamed {
  var otherNames: [String] {
    switch self {
    case .revoked: ["revoquee"]
    case .certified: ["certifie", "diplome"]
    case .continued: ["poursuivie"]
    case .withdrawn: ["abandonnee", "transferee"]
    case .inadmissible: ["irrecevable"]
    case .awardPending: ["a delivrer"]
    case .partiallyCertified: ["partiellement certifie"]
    case .lapsed: ["ecoule"]
    case .awaitingJury: ["convoque"]
    case .refused: ["refuse"]
    case .inPreparation: ["preparation"]
    case .admissible: []
    case .enrolled: ["inscrit"]
    }
  }
}
