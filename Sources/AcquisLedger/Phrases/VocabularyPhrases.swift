public import Events
public import Projections

// The words of the domain, in prose.

extension CandidacyStatus: TextConvertible {
  public var text: Text {
    switch self {
    case .revoked: Text("certification révoquée", "certification revoked")
    case .certified: Text("certification délivrée", "certified")
    case .continued: Text("poursuite dans une autre candidature", "continued by another")
    case .withdrawn: Text("abandon ou transfert", "withdrawn or transferred")
    case .inadmissible: Text("non recevable", "not admissible")
    case .awardPending: Text("certification à délivrer", "award pending")
    case .partiallyCertified: Text("certification partielle", "partially certified")
    case .lapsed: Text("délai écoulé", "lapsed")
    case .awaitingJury: Text("en attente de jury", "awaiting a jury")
    case .refused: Text("refus du jury", "refused")
    case .inPreparation: Text("en préparation", "in preparation")
    case .admissible: Text("recevable", "admissible")
    case .enrolled: Text("inscription faite", "enrolled")
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
    case .completed: Text("clos (tout acquis)", "completed")
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
    case .cancelled: Text("session décommandée", "cancelled")
    case .annulled: Text("annulé", "annulled")
    }
  }
}

extension JuryRole: TextConvertible {}

extension JuryCandidacy.Outcome: TextConvertible {
  public var text: Text {
    switch self {
    case .summoned: Text("candidat convoqué", "summoned")
    case .withdrawn: Text("convocation retirée", "summons withdrawn")
    case .absent: Text("candidat absent", "candidate absent")
    case .decided: Text("décision rendue", "decided")
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
    case .upheld: Text("décision maintenue sur recours", "upheld on appeal")
    case .revoked: Text("décision révoquée", "revoked")
    case .fallen: Text("décision annulée sur recours", "overturned on appeal")
    }
  }
}

extension Deadline.Kind: TextConvertible {
  public var text: Text {
    switch self {
    case .completionWindow: Text("fin du délai pour compléter", "end of the time to complete")
    case .admissibility: Text("fin de validité de la recevabilité", "end of admissibility")
    case .registration: Text("dernier jour pour inscrire", "last day to enrol")
    case .lastDelivery: Text("dernier jour pour délivrer", "last day to award")
    case .declaration:
      Text("données à transmettre à la Caisse des Dépôts", "data to send to the Caisse des Dépôts")
    case .admissibilityDecision:
      Text("recevabilité à décider (VAE)", "admissibility to decide (VAE)")
    case .session: Text("session de jury à tenir (VAE)", "jury session to hold (VAE)")
    case .notification: Text("résultat à notifier (VAE)", "result to notify (VAE)")
    case .surveySixMonths: Text("enquête à six mois à mener", "survey at six months to do")
    case .surveyTwoYears: Text("enquête à deux ans à mener", "survey at two years to do")
    }
  }
}

extension CalendarDate: TextConvertible {}
