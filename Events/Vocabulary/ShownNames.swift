// The names, as people read them, of the days and closed words that a rule's message shows.

extension CalendarDate {
  /// `17 juin 2021`, `1er mars 2021`; in English as written, `2021-06-17`.
  public var text: Text {
    let (year, month, day) = components
    return Text(
      "\(day == 1 ? "1er" : String(day)) \(Self.frenchMonths[month - 1]) \(year)", description)
  }

  private static let frenchMonths = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre",
  ]
}

extension Subject {
  /// `candidature D1`; in English as written, `candidacy:D1`.
  public var text: Text {
    switch self {
    case .candidate(let id): Text("personne \(id)", description)
    case .candidacy(let id): Text("candidature \(id)", description)
    case .certification(let code): Text("certification \(code)", description)
    case .jury(let id): Text("jury \(id)", description)
    case .certificate(let number): Text("certificat \(number)", description)
    case .certifier(let siret): Text("certificateur \(siret.text)", description)
    case .member(let id): Text("membre de jury \(id)", description)
    }
  }
}

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
    case .experience: Text("VAE", "experience (VAE)")
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
