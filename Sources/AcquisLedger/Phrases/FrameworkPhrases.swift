public import Events

// The words of a framework, in prose.

extension Modality: TextConvertible {}
extension Audience: TextConvertible {}

extension Register: TextConvertible {
  /// Where a certification is registered: `à l’Inventaire`, `in the Inventaire`.
  public var text: Text {
    switch self {
    case .rncp:
      Text(
        "au Répertoire national des certifications professionnelles (RNCP)", "in the RNCP")
    case .rs:
      Text("au Répertoire spécifique (RS)", "in the Répertoire spécifique (RS)")
    case .inventaire: Text("à l’Inventaire", "in the Inventaire")
    }
  }
}

extension CompletionRoute: TextConvertible {
  public var text: Text {
    switch self {
    case .partialAssessment:
      Text(
        "évaluation partielle, après une formation facultative",
        "partial assessment, after optional training")
    case .freeCandidate: Text("candidat libre", "free candidate")
    case .experience: Text("VAE", "VAE")
    }
  }
}

extension InterviewingBody: TextConvertible {
  /// A person of the body.
  public var text: Text {
    switch self {
    case .trainingBody:
      Text("une personne de l’organisme de formation", "one person of the training body")
    case .housingBody:
      Text("un représentant d’un bailleur", "one representative of a housing body")
    }
  }
}
