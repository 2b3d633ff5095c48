// The names, as people read them, of the closed words that a rule's message shows.

extension JuryRole {
  /// `représentant opérationnel du domaine`, `operational representative`.
  public var text: Text {
    switch self {
    case .president: Text("président", "president")
    case .humanResources:
      Text("représentant RH du domaine", "human-resources representative")
    case .operations: Text("représentant opérationnel du domaine", "operational representative")
    case .other: Text("autre", "other")
    }
  }
}

extension Pathway {
  /// `formation continue`, `continuing training`.
  public var text: Text {
    switch self {
    case .student: Text("statut d’élève ou d’étudiant", "student status")
    case .apprenticeship: Text("apprentissage", "apprenticeship")
    case .continuingTraining: Text("formation continue", "continuing training")
    case .professionalisation:
      Text("contrat de professionnalisation", "professionalisation contract")
    case .individual: Text("candidature individuelle", "individual application")
    case .experience: Text("expérience (VAE)", "experience (VAE)")
    }
  }
}

extension Modality {
  /// `étude de cas`, `case study`.
  public var text: Text {
    switch self {
    case .simulation: Text("mise en situation professionnelle", "workplace simulation")
    case .caseStudy: Text("étude de cas", "case study")
    case .file: Text("dossier", "written file")
    case .interview: Text("entretien", "interview")
    }
  }
}

extension Audience {
  /// `demandeur d’emploi`, `job seeker`.
  public var text: Text {
    switch self {
    case .employee: Text("salarié", "employee")
    case .jobSeeker: Text("demandeur d’emploi", "job seeker")
    }
  }
}
