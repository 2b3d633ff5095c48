internal import Events

extension BuiltInCatalogue {
  /// The framework of `3474`, accompagnement social des habitants, category C of the Inventaire.
  static func socialSupport() throws(InvalidValue) -> CertificationRegistered {
    CertificationRegistered(
      certification: try CertificationCode("3474"), register: .inventaire,
      title: try FreeText("Accompagnement social des habitants"), category: try FreeText("C"),
      certifiers: try certifiers(), registeredOn: try CalendarDate(2012, 7, 6),
      versionOn: try CalendarDate(2018, 3, 27),
      certificationValidity: TimeLimit(years: nil, basis: .fiche),
      publics: try NonEmpty([.employee, .jobSeeker]),
      sites: try texts([
        "Locaux du certificateur, 9 bd des Italiens, 75002 Paris : actions à Paris",
        "Organismes de logement social : actions en intra-entreprise",
      ]),
      aliases: try NonEmpty([
        Alias(
          code: try BlockCode("3474D1"),
          title: try FreeText("intervention dans le logement social"))
      ]),
      forecastPerYear: Forecast(from: try Count(20), to: try Count(30)),
      codes: NomenclatureCodes(
        nsf: try texts(["313", "332"]), rome: try texts(["K1305", "K1201", "C1502"]),
        naf: try texts(["68.20A"])),
      blocks: try socialSupportBlocks(), pathways: try socialSupportPathways(),
      prerequisites: try NonEmpty([
        Prerequisite(
          code: try PrerequisiteCode("levelIVAndSixMonths"), audience: .jobSeeker,
          label: try FreeText(
            "Niveau IV minimum, avec six mois d’expérience : accompagnement social, insertion ou"
              + " médiation")),
        Prerequisite(
          code: try PrerequisiteCode("levelIVSocialWork"), audience: .jobSeeker,
          label: try FreeText("Niveau IV en travail social : TISF, moniteur éducateur")),
      ]),
      selection: Selection(
        audience: .jobSeeker, test: true,
        interviewers: try NonEmpty([.trainingBody, .housingBody])),
      training: try socialSupportTraining(),
      partialCertification: true, everyCompetencyAssessed: true,
      blockValidity: TimeLimit(years: nil, basis: .fiche),
      completionWindow: TimeLimit(years: try Count(5), basis: .fiche),
      completionRoutes: try NonEmpty([.partialAssessment, .freeCandidate, .experience]),
      document: try FreeText("certificat de compétences"),
      sectors: try texts([
        "Banque, assurances et immobilier - Immobilier",
        "Services à la personne et à la collectivité - Accompagnement de la personne",
      ]),
      keywords: try texts([
        "SOCIAL", "Logement accompagné", "Gestion locative sociale", "Accompagnement",
      ]),
      certifiedSoFar: try Count(20), sustainableDevelopmentLevel: try Count(2),
      editionOn: try CalendarDate(2019, 4, 25))
  }

  private static func socialSupportBlocks() throws(InvalidValue) -> NonEmpty<Block> {
    func domain(
      _ number: Int, _ title: String, _ activities: [SocialSupportActivity]
    ) throws(InvalidValue) -> Block {
      var content: [Activity] = []
      for activity in activities {
        let code = "3474A" + (activity.number < 10 ? "0" : "") + String(activity.number)
        content.append(
          Activity(
            code: try ActivityCode(code), title: try FreeText(activity.title),
            competencies: try competencies(of: code, activity.competencies)))
      }
      return Block(
        code: try BlockCode("3474D\(number)"), title: try FreeText(title),
        content: .activities(try NonEmpty(content)))
    }
    return try NonEmpty([
      try domain(1, "Intervention sociale dans le logement", SocialSupportActivities.domain1),
      try domain(2, "Accès au logement", SocialSupportActivities.domain2),
      try domain(3, "Impayés locatifs", SocialSupportActivities.domain3),
      try domain(4, "Troubles de voisinage", SocialSupportActivities.domain4),
    ])
  }

  /// Continuing training is the entry; VAE and individual application are open only to complete a
  /// partial certification. The document states no jury, and nothing about the other pathways: the
  /// roles and the closed pathways are the certifier's policy.
  private static func socialSupportPathways() throws(InvalidValue) -> NonEmpty<PathwayRule> {
    let jury = try juryRoles()
    return try NonEmpty(
      Pathway.allCases.map { pathway in
        switch pathway {
        case .student, .apprenticeship, .professionalisation:
          PathwayRule(pathway: pathway, open: false, basis: .policy)
        case .continuingTraining:
          PathwayRule(pathway: pathway, open: true, jury: jury, basis: .fiche, juryBasis: .policy)
        case .individual, .experience:
          PathwayRule(
            pathway: pathway, open: true, completionOnly: true, jury: jury, basis: .fiche,
            juryBasis: .policy)
        }
      })
  }

  private static func socialSupportTraining() throws(InvalidValue) -> NonEmpty<TrainingProgramme> {
    try NonEmpty([
      TrainingProgramme(
        audience: .employee, centreDays: try Count(39), centreHours: try Count(273),
        assessmentDays: try Count(2),
        rhythm: try FreeText("deux à trois jours, toutes les trois semaines")),
      TrainingProgramme(
        audience: .jobSeeker, centreDays: try Count(62), centreHours: try Count(434),
        companyWeeks: try Count(5), companyDays: try Count(25), companyHours: try Count(175),
        tutor: true, assessmentDays: try Count(2),
        rhythm: try FreeText("en entreprise : une semaine, puis quatre")),
    ])
  }
}
