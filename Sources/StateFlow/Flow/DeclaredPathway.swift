public import Events

extension Pathway {
  /// What the Caisse des Dépôts calls it (`modaliteAcces`).
  public var inFlow: String {
    switch self {
    case .student: "FORMATION_INITIALE_HORS_APPRENTISSAGE"
    case .apprenticeship: "FORMATION_INITIALE_APPRENTISSAGE"
    case .continuingTraining: "FORMATION_CONTINUE_HORS_CONTRAT_DE_PROFESSIONNALISATION"
    case .professionalisation: "FORMATION_CONTINUE_CONTRAT_DE_PROFESSIONNALISATION"
    case .individual: "CANDIDAT_LIBRE"
    case .experience: "VAE"
    }
  }
}
