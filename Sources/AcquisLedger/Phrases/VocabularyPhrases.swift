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
    case .completionWindow: Text("délai pour compléter", "completion window")
    case .admissibility: Text("recevabilité", "admissibility")
    case .registration: Text("échéance de l’enregistrement", "registration")
    case .lastDelivery: Text("dernier jour de délivrance", "last delivery")
    case .declaration: Text("déclaration à la Caisse des Dépôts", "declaration")
    case .admissibilityDecision: Text("décision de recevabilité", "decision on admissibility")
    case .session: Text("session de jury (VAE)", "jury session (VAE)")
    case .notification: Text("résultat à notifier (VAE)", "result to notify (VAE)")
    case .surveySixMonths: Text("enquête à six mois", "survey at six months")
    case .surveyTwoYears: Text("enquête à deux ans", "survey at two years")
    }
  }
}

extension CalendarDate: TextConvertible {}
