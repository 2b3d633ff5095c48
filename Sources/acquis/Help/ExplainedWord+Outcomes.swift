internal import AcquisLedger
internal import Events

// The closed words of the fields that state an outcome or a reason.

extension AssessmentOutcome: ExplainedWord {
  static var title: Text {
    Text("Résultats d’une évaluation", "Outcomes of an assessment")
  }

  var typed: Text {
    switch self {
    case .acquired: Text("acquise", rawValue)
    case .notAcquired: Text("non-acquise", rawValue)
    }
  }

  var explanation: Text {
    switch self {
    case .acquired: Text("la compétence est acquise", "the competency is acquired")
    case .notAcquired:
      Text("elle ne l’est pas à cette évaluation", "not acquired, as of this assessment")
    }
  }
}

extension AppealOutcome: ExplainedWord {
  static var title: Text { Text("Issues d’un recours", "Outcomes of an appeal") }

  var typed: Text {
    switch self {
    case .stands: Text("maintenue", rawValue)
    case .falls: Text("annulée", rawValue)
    }
  }

  var explanation: Text {
    switch self {
    case .stands:
      Text("la décision reste en vigueur", "the decision remains in force")
    case .falls:
      Text(
        "la décision est annulée sur recours : elle ne compte plus",
        "the decision is overturned: it counts no more")
    }
  }
}

extension DeclarationOutcome: ExplainedWord {
  static var title: Text {
    Text("Réponses de la Caisse des Dépôts", "Answers of the Caisse des Dépôts")
  }

  var typed: Text {
    switch self {
    case .accepted: Text("acceptée", rawValue)
    case .rejected: Text("rejetée", rawValue)
    }
  }

  var explanation: Text {
    switch self {
    case .accepted: Text("la délivrance y est inscrite", "the award is registered there")
    case .rejected: Text("à corriger et à envoyer de nouveau", "to be sent again")
    }
  }
}

extension SurveyMoment: ExplainedWord {
  static var title: Text { Text("Enquêtes d’insertion", "Insertion surveys") }

  var typed: Text {
    switch self {
    case .sixMonths: Text("six-mois", rawValue)
    case .twoYears: Text("deux-ans", rawValue)
    }
  }

  var explanation: Text {
    switch self {
    case .sixMonths: Text("six mois après la délivrance", "six months after the award")
    case .twoYears: Text("deux ans après la délivrance", "two years after the award")
    }
  }
}

extension InterviewingBody: ExplainedWord {
  static var title: Text {
    Text("Qui mène l’entretien de sélection", "Who holds the selection interview")
  }

  var typed: Text {
    switch self {
    case .trainingBody: Text("organisme-de-formation", rawValue)
    case .housingBody: Text("bailleur", rawValue)
    }
  }

  var explanation: Text { text }
}

extension RecognitionBasis: ExplainedWord {
  static var title: Text {
    Text("Pourquoi un bloc antérieur compte", "Why an earlier block counts")
  }

  var typed: Text {
    switch self {
    case .permanent: Text("permanente", rawValue)
    case .correspondence: Text("correspondance", rawValue)
    case .document: Text("document", rawValue)
    case .equivalence: Text("équivalence", rawValue)
    }
  }

  var explanation: Text {
    switch self {
    case .permanent:
      Text(
        "le même bloc, validé ici et toujours valable",
        "the same block, validated here and still valid")
    case .correspondence:
      Text(
        "un bloc de la version précédente, qui lui correspond",
        "a block of the former version that corresponds to it")
    case .document:
      Text(
        "une pièce prouve une validation d’avant le registre",
        "a document proves a validation from before the ledger")
    case .equivalence:
      Text(
        "un autre certificateur, ou un texte, l’accorde",
        "another certifier, or a rule of equivalence, grants it")
    }
  }
}

extension Basis: ExplainedWord {
  static var title: Text { Text("Fondements", "Bases") }

  var typed: Text {
    switch self {
    case .fiche: Text("fiche", rawValue)
    case .policy: Text("politique", rawValue)
    }
  }

  var explanation: Text {
    switch self {
    case .fiche:
      Text("la fiche de la certification le dit", "the certification’s document states it")
    case .policy:
      Text(
        "le certificateur l’a décidé, là où la fiche se tait",
        "the certifier decided it, where the document is silent")
    }
  }
}

extension CompletionRoute: ExplainedWord {
  static var title: Text {
    Text(
      "Façons de compléter une certification partielle",
      "Ways to complete a partial certification")
  }

  var typed: Text {
    switch self {
    case .partialAssessment: Text("évaluation-partielle", rawValue)
    case .freeCandidate: Text("candidat-libre", rawValue)
    case .experience: Text("vae", rawValue)
    }
  }

  var explanation: Text {
    switch self {
    case .partialAssessment: text
    case .freeCandidate: Text("sans formation", "without training")
    case .experience:
      Text("validation des acquis de l’expérience", "by validation of experience")
    }
  }
}

extension Register: ExplainedWord {
  static var title: Text { Text("Répertoires nationaux", "National registers") }

  var typed: Text { Text(verbatim: rawValue) }

  var explanation: Text {
    switch self {
    case .rncp:
      Text(
        "Répertoire national des certifications professionnelles",
        "Répertoire national des certifications professionnelles")
    case .rs: Text("Répertoire spécifique", "Répertoire spécifique")
    case .inventaire:
      Text("remplacé par le Répertoire spécifique", "since replaced by the Répertoire spécifique")
    }
  }
}
