internal import Events
internal import Projections

// The words of the domain as people read them, in both languages.

extension CandidacyStatus {
  var wording: Wording {
    switch self {
    case .revoked: Wording("certification retirée", "certification revoked")
    case .certified: Wording("certifié", "certified")
    case .continued: Wording("poursuivie par une autre candidature", "continued by another")
    case .withdrawn: Wording("abandon ou transfert", "withdrawn or transferred")
    case .inadmissible: Wording("non recevable", "not admissible")
    case .awardPending: Wording("tous les blocs acquis, certification à prononcer", "award pending")
    case .partiallyCertified: Wording("certification partielle", "partially certified")
    case .lapsed: Wording("délai écoulé", "lapsed")
    case .awaitingJury: Wording("en attente de jury", "awaiting a jury")
    case .refused: Wording("refusé", "refused")
    case .inPreparation: Wording("en préparation", "in preparation")
    case .admissible: Wording("recevable", "admissible")
    case .enrolled: Wording("inscrit", "enrolled")
    }
  }
}

extension BlockStatus {
  var wording: Wording {
    switch self {
    case .missing: Wording("manquant", "missing")
    case .assessed: Wording("évalué", "assessed")
    case .refused: Wording("refusé", "refused")
    case .validated: Wording("validé", "validated")
    case .recognised: Wording("reconnu", "recognised")
    case .expired: Wording("expiré", "expired")
    case .revoked: Wording("retiré", "revoked")
    }
  }
}

extension CompletionWindow.Status {
  var wording: Wording {
    switch self {
    case .none: Wording("aucun", "none")
    case .open: Wording("ouvert", "open")
    case .completed: Wording("complété", "completed")
    case .lapsed: Wording("écoulé", "lapsed")
    }
  }
}

extension Pathway {
  var wording: Wording {
    switch self {
    case .student: Wording("statut d’élève ou d’étudiant", "student status")
    case .apprenticeship: Wording("apprentissage", "apprenticeship")
    case .continuingTraining: Wording("formation continue", "continuing training")
    case .professionalisation:
      Wording("contrat de professionnalisation", "professionalisation contract")
    case .individual: Wording("candidature individuelle", "individual application")
    case .experience: Wording("expérience (VAE)", "experience (VAE)")
    }
  }
}

extension Basis {
  var wording: Wording {
    switch self {
    case .fiche: Wording("selon la fiche", "by the fiche")
    case .policy: Wording("selon la politique du certificateur", "by the certifier’s policy")
    }
  }
}

extension CalendarDate {
  /// The day as a person reads it: in words in French, `2021-06-17` in English.
  var wording: Wording {
    let (year, month, day) = components
    let months = [
      "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
      "octobre", "novembre", "décembre",
    ]
    return Wording("\(day == 1 ? "1er" : String(day)) \(months[month - 1]) \(year)", description)
  }
}
