public import Events
public import Projections

// The words of the domain, in prose.

extension CandidacyStatus: TextConvertible {
  public var text: Text {
    switch self {
    case .revoked: Text("certification révoquée", "certification revoked")
    case .certified: Text("certifié", "certified")
    case .continued: Text("poursuivie par une autre candidature", "continued by another")
    case .withdrawn: Text("abandon ou transfert", "withdrawn or transferred")
    case .inadmissible: Text("non recevable", "not admissible")
    case .awardPending: Text("tous les blocs acquis, certification à délivrer", "award pending")
    case .partiallyCertified: Text("certification partielle", "partially certified")
    case .lapsed: Text("délai écoulé", "lapsed")
    case .awaitingJury: Text("en attente de jury", "awaiting a jury")
    case .refused: Text("refusé", "refused")
    case .inPreparation: Text("en préparation", "in preparation")
    case .admissible: Text("recevable", "admissible")
    case .enrolled: Text("inscrit", "enrolled")
    }
  }
}

extension BlockStatus: TextConvertible {
  public var text: Text {
    switch self {
    case .missing: Text("manquant", "missing")
    case .assessed: Text("évalué", "assessed")
    case .refused: Text("refusé", "refused")
    case .validated: Text("validé", "validated")
    case .recognised: Text("reconnu", "recognised")
    case .expired: Text("expiré", "expired")
    case .revoked: Text("révoqué", "revoked")
    }
  }
}

extension CompletionWindow.Status: TextConvertible {
  public var text: Text {
    switch self {
    case .none: Text("aucun", "none")
    case .open: Text("ouvert", "open")
    case .completed: Text("complété", "completed")
    case .lapsed: Text("écoulé", "lapsed")
    }
  }
}

extension Pathway: TextConvertible {}

extension Basis: TextConvertible {
  public var text: Text {
    switch self {
    case .fiche: Text("selon la fiche", "by the fiche")
    case .policy: Text("selon la politique du certificateur", "by the certifier’s policy")
    }
  }
}

extension JuryStatus: TextConvertible {
  public var text: Text {
    switch self {
    case .convened: Text("constitué", "convened")
    case .held: Text("tenu", "held")
    case .deliberated: Text("délibéré", "deliberated")
    case .cancelled: Text("annulé avant de siéger", "cancelled")
    case .annulled: Text("annulé après avoir siégé", "annulled")
    }
  }
}

extension JuryRole: TextConvertible {}

extension JuryCandidacy.Outcome: TextConvertible {
  public var text: Text {
    switch self {
    case .summoned: Text("convoquée", "summoned")
    case .withdrawn: Text("convocation annulée", "summons withdrawn")
    case .absent: Text("candidat absent", "candidate absent")
    case .decided: Text("décidée", "decided")
    }
  }
}

extension BlockDecision.Verdict: TextConvertible {
  public var text: Text {
    switch self {
    case .validated: Text("validé", "validated")
    case .refused: Text("refusé", "refused")
    }
  }
}

extension BlockDecision.Fate: TextConvertible {
  public var text: Text {
    switch self {
    case .stands: Text("décision en vigueur", "in force")
    case .appealed: Text("recours en cours", "under appeal")
    case .upheld: Text("décision confirmée sur recours", "upheld on appeal")
    case .revoked: Text("décision révoquée", "revoked")
    case .fallen: Text("décision annulée sur recours", "overturned on appeal")
    }
  }
}

extension Deadline.Kind: TextConvertible {
  public var text: Text {
    switch self {
    case .completionWindow: Text("délai pour compléter", "completion window")
    case .admissibility: Text("recevabilité", "admissibility")
    case .registration: Text("fin d’enregistrement", "registration")
    case .lastDelivery: Text("dernière délivrance", "last delivery")
    case .declaration: Text("déclaration à la Caisse des Dépôts", "declaration")
    case .admissibilityDecision: Text("décision de recevabilité", "decision on admissibility")
    case .session: Text("session de jury (VAE)", "jury session (VAE)")
    case .notification: Text("résultat à notifier (VAE)", "result to notify (VAE)")
    case .surveySixMonths: Text("enquête à six mois", "survey at six months")
    case .surveyTwoYears: Text("enquête à deux ans", "survey at two years")
    }
  }
}

extension CalendarDate: TextConvertible {
  /// The day in words in French, as `2021-06-17` in English.
  public var text: Text {
    let (year, month, day) = components
    let months = [
      "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
      "octobre", "novembre", "décembre",
    ]
    return Text("\(day == 1 ? "1er" : String(day)) \(months[month - 1]) \(year)", description)
  }
}
