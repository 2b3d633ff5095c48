internal import AcquisLedger
internal import Events

// The closed words of the fields: how each is typed in French, and what it means.

/// A closed word of a field, explained.
protocol ExplainedWord: ClosedWord {
  /// The heading of the list.
  static var title: Text { get }
  /// In French one word without blanks that may be typed; in English the word that is recorded.
  var typed: Text { get }
  /// A noun phrase, in lower case.
  var explanation: Text { get }
}

extension Pathway: ExplainedWord {
  static var title: Text { Text("Voies d’accès", "Pathways") }

  var typed: Text {
    switch self {
    case .student: Text("étudiant", rawValue)
    case .apprenticeship: Text("apprentissage", rawValue)
    case .continuingTraining: Text("formation-continue", rawValue)
    case .professionalisation: Text("professionnalisation", rawValue)
    case .individual: Text("candidat-libre", rawValue)
    case .experience: Text("vae", rawValue)
    }
  }

  var explanation: Text {
    switch self {
    case .student: Text("statut d’élève ou d’étudiant", "as a pupil or a student")
    case .apprenticeship:
      Text("contrat d’apprentissage", "under an apprenticeship contract")
    case .continuingTraining: Text("après une formation continue", "after continuing training")
    case .professionalisation:
      Text("contrat de professionnalisation", "under a professionalisation contract")
    case .individual:
      Text("candidature individuelle, sans formation", "by individual application")
    case .experience:
      Text("validation des acquis de l’expérience", "by validation of experience (VAE)")
    }
  }
}

extension JuryRole: ExplainedWord {
  static var title: Text { Text("Rôles au jury", "Roles in a jury") }

  var typed: Text {
    switch self {
    case .president: Text("président", rawValue)
    case .humanResources: Text("rh", rawValue)
    case .operations: Text("opérationnel", rawValue)
    case .other: Text("autre", rawValue)
    }
  }

  var explanation: Text {
    switch self {
    case .president: Text("préside le jury", "presides over the jury")
    case .humanResources, .operations: text
    case .other: Text("tout autre rôle", "any other role")
    }
  }
}

extension SessionMode: ExplainedWord {
  static var title: Text { Text("Formes d’une session", "Modes of a session") }

  var typed: Text {
    switch self {
    case .onSite: Text("présentiel", rawValue)
    case .remote: Text("distanciel", rawValue)
    case .mixed: Text("mixte", rawValue)
    case .written: Text("sur-dossier", rawValue)
    }
  }

  var explanation: Text {
    switch self {
    case .onSite: Text("tous au même lieu", "everyone in one place")
    case .remote: Text("à distance", "remote")
    case .mixed: Text("en partie à distance", "partly remote")
    case .written: Text("sans réunion", "on written papers, without a meeting")
    }
  }
}

extension Modality: ExplainedWord {
  static var title: Text { Text("Modalités d’évaluation", "Modalities of assessment") }

  var typed: Text {
    switch self {
    case .simulation: Text("mise-en-situation", rawValue)
    case .caseStudy: Text("étude-de-cas", rawValue)
    case .file: Text("dossier", rawValue)
    case .interview: Text("entretien", rawValue)
    }
  }

  var explanation: Text {
    switch self {
    case .simulation, .caseStudy, .interview: text
    case .file: Text("dossier remis par le candidat", "a dossier handed in by the candidate")
    }
  }
}

extension Audience: ExplainedWord {
  static var title: Text { Text("Publics", "Publics") }

  var typed: Text {
    switch self {
    case .employee: Text("salarié", rawValue)
    case .jobSeeker: Text("demandeur-d’emploi", rawValue)
    }
  }

  var explanation: Text {
    switch self {
    case .employee: Text("salarié d’un bailleur", "employed by a housing body")
    case .jobSeeker: Text("choisi avant la formation", "selected before training")
    }
  }
}

extension Sex: ExplainedWord {
  static var title: Text { Text("Sexe", "Sex") }

  var typed: Text { Text(verbatim: rawValue) }

  var explanation: Text {
    switch self {
    case .female: Text("femme", "female")
    case .male: Text("homme", "male")
    }
  }
}

extension TrainingSite: ExplainedWord {
  static var title: Text { Text("Lieux de formation", "Sites of training") }

  var typed: Text {
    switch self {
    case .premises: Text("centre", rawValue)
    case .inCompany: Text("entreprise", rawValue)
    }
  }

  var explanation: Text {
    switch self {
    case .premises: Text("chez l’organisme de formation", "on the training body’s premises")
    case .inCompany: Text("chez l’employeur", "at the employer")
    }
  }
}

extension DossierKind: ExplainedWord {
  static var title: Text { Text("Dossiers", "Dossiers") }

  var typed: Text {
    switch self {
    case .admissibility: Text("recevabilité", rawValue)
    case .validation: Text("validation", rawValue)
    case .problemSituation: Text("situation-problème", rawValue)
    }
  }

  var explanation: Text {
    switch self {
    case .admissibility:
      Text("demande de recevabilité à la VAE (livret 1)", "the request to be admitted to VAE")
    case .validation: Text("dossier de VAE (livret 2)", "the VAE dossier itself")
    case .problemSituation:
      Text("situation travaillée en formation (3474)", "worked on during training (3474)")
    }
  }
}
