internal import Events

extension Samples {
  static func certification() throws -> [Sample] {
    [
      Sample(
        .certificationRegistered(try registered()),
        minimal: .certificationRegistered(try registeredMinimally()),
        widened: .certificationRegistered(try registeredWidely())),
      Sample(
        .registrationRenewed(
          RegistrationRenewed(
            certification: try id("RNCP38052"), expiresOn: try day("2031-09-20"),
            lastDeliveryOn: try day("2032-09-20"))),
        minimal: .registrationRenewed(
          RegistrationRenewed(
            certification: try id("RNCP38052"), expiresOn: try day("2031-09-20")))),
      Sample(
        .certificationWithdrawn(
          CertificationWithdrawn(
            certification: try id("RNCP38052"), lastDeliveryOn: try day("2027-01-31"))),
        minimal: .certificationWithdrawn(
          CertificationWithdrawn(certification: try id("RNCP38052")))),
      Sample(
        .certificationSuperseded(
          CertificationSuperseded(
            certification: try id("3474"), by: try id("RS7001"),
            correspondences: try list(
              Correspondence(from: try id("3474D1"), to: try id("RS7001BC01")),
              Correspondence(from: try id("3474D2"), to: try id("RS7001BC01"))))),
        minimal: .certificationSuperseded(
          CertificationSuperseded(certification: try id("3474"), by: try id("RS7001")))),
    ]
  }

  private static func registered() throws -> CertificationRegistered {
    CertificationRegistered(
      certification: try id("RS7001"), register: .rs, title: try text("Médiation — « habitat »"),
      level: try count(4), category: try text("C"),
      certifiers: try list(
        Certifier(name: try text("Un organisme"), siret: try SIRET("78435388000023"))),
      registeredOn: try day("2012-07-06"), versionOn: try day("2018-03-27"),
      expiresOn: try day("2026-09-20"), lastDeliveryOn: try day("2027-09-20"),
      certificationValidity: TimeLimit(years: try count(10), basis: .fiche),
      targetActivities: try list(try text("Accueille"), try text("Oriente")),
      publics: try list(.employee, .jobSeeker), sites: try list(try text("Paris\tet\nailleurs")),
      overseas: try list(
        OverseasInclusion(territory: try text("Nouvelle-Calédonie"), included: true, stated: true),
        OverseasInclusion(territory: try text("Polynésie française"), stated: false)),
      aliases: try list(Alias(code: try id("RS7001BC01"), title: try text("un autre nom"))),
      forecastPerYear: Forecast(from: try count(20), to: try count(30)),
      codes: NomenclatureCodes(
        nsf: try list(try text("332")), formacode: try list(try text("35052")),
        rome: try list(try text("M1601"), try text("K1201")), naf: try list(try text("68.20A"))),
      blocks: try blocks(), pathways: try pathways(),
      prerequisites: try list(
        Prerequisite(
          code: try id("level3"), audience: .jobSeeker, label: try text("Niveau 3"),
          advised: true)),
      selection: Selection(
        audience: .jobSeeker, test: true, interviewers: try list(.trainingBody, .housingBody)),
      training: try programmes(), partialCertification: true, everyCompetencyAssessed: true,
      blockValidity: TimeLimit(years: try count(7), basis: .policy),
      completionWindow: TimeLimit(years: try count(5), basis: .policy),
      completionRoutes: try list(.partialAssessment, .freeCandidate, .experience),
      document: try text("certificat"),
      publishedStatistics: try list(
        PublishedStatistics(
          year: try count(2019), certified: try count(15), certifiedByExperience: try count(0),
          insertionSixMonths: try count(100), insertionOccupationSixMonths: try count(93),
          insertionOccupationTwoYears: try count(80))))
  }

  private static func blocks() throws -> NonEmpty<Block> {
    try list(
      Block(
        code: try id("RS7001BC01"), title: try text("Accueil"),
        modalities: try list(.simulation, .caseStudy, .file, .interview),
        content: .competencies(
          try list(
            Competency(code: try id("RS7001BC01-C01"), label: try text("Accueillir")),
            Competency(code: try id("RS7001BC01-C02"), label: try text("Orienter"))))),
      Block(
        code: try id("RS7001BC02"), title: try text("Médiation"),
        content: .activities(
          try list(
            Activity(
              code: try id("RS7001A01"), title: try text("Écoute"),
              competencies: try list(
                Competency(code: try id("RS7001A01-C01"), label: try text("Écouter"))))))))
  }

  private static func pathways() throws -> NonEmpty<PathwayRule> {
    try list(
      PathwayRule(
        pathway: .experience, open: true, completionOnly: true,
        jury: try list(.president, .humanResources, .operations, .other), basis: .policy),
      PathwayRule(pathway: .student, open: false, basis: .fiche))
  }

  private static func programmes() throws -> NonEmpty<TrainingProgramme> {
    try list(
      TrainingProgramme(
        audience: .jobSeeker, centreDays: try count(62), centreHours: try count(434),
        companyWeeks: try count(5), companyDays: try count(25), companyHours: try count(175),
        tutor: true, assessmentDays: try count(2), rhythm: try text("une semaine, puis quatre")),
      TrainingProgramme(
        audience: .employee, centreDays: try count(39), centreHours: try count(273),
        assessmentDays: try count(2)))
  }

  private static func registeredMinimally() throws -> CertificationRegistered {
    CertificationRegistered(
      certification: try id("RS1"), register: .inventaire, title: try text(""),
      certificationValidity: TimeLimit(years: nil, basis: .policy), codes: NomenclatureCodes(),
      blocks: try list(
        Block(
          code: try id("RS1D1"), title: try text("Seul"),
          content: .competencies(
            try list(Competency(code: try id("RS1D1-C01"), label: try text("Faire")))))),
      pathways: try list(PathwayRule(pathway: .individual, open: false, basis: .fiche)),
      partialCertification: false, everyCompetencyAssessed: false,
      blockValidity: TimeLimit(years: nil, basis: .fiche),
      completionWindow: TimeLimit(years: nil, basis: .policy), document: try text("titre"))
  }

  /// With every field that edition 2026-2 added.
  private static func registeredWidely() throws -> CertificationRegistered {
    CertificationRegistered(
      certification: try id("RS2"), register: .rs, title: try text("Sans titre publié"),
      certificationValidity: TimeLimit(years: nil, basis: .policy), codes: NomenclatureCodes(),
      blocks: try list(
        Block(
          code: try id("RS2BC01"), title: try text("Seul"),
          content: .competencies(
            try list(Competency(code: try id("RS2BC01-C01"), label: try text("Faire")))))),
      pathways: try list(
        PathwayRule(
          pathway: .continuingTraining, open: true, jury: try list(.president), basis: .fiche,
          juryBasis: .policy)),
      partialCertification: true, everyCompetencyAssessed: false,
      blockValidity: TimeLimit(years: nil, basis: .fiche),
      completionWindow: TimeLimit(years: nil, basis: .policy), document: try text("titre"),
      registrationDecisionOn: try day("2024-05-24"),
      sectors: try list(try text("Promotion immobilière"), try text("Logement")),
      jobs: try list(try text("Gardien")),
      keywords: try list(try text("SOCIAL"), try text("accueil")), certifiedSoFar: try count(20),
      authorisesTraining: false, sustainableDevelopmentLevel: try count(2),
      editionOn: try day("2019-04-25"), titleBasis: .policy)
  }
}
