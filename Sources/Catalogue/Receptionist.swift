internal import Events

extension BuiltInCatalogue {
  /// The framework of `RNCP38052`, chargé d'accueil in social housing, level 4. The fiche states no
  /// title.
  static func receptionist() throws(InvalidValue) -> CertificationRegistered {
    CertificationRegistered(
      certification: try CertificationCode("RNCP38052"), register: .rncp,
      title: try FreeText("Chargé d’accueil dans le logement social"), level: try Count(4),
      certifiers: try certifiers(), expiresOn: try CalendarDate(2026, 9, 20),
      certificationValidity: TimeLimit(years: nil, basis: .policy),
      targetActivities: try texts(receptionistActivities),
      overseas: try NonEmpty([
        OverseasInclusion(territory: try FreeText("Nouvelle Calédonie"), stated: false),
        OverseasInclusion(territory: try FreeText("Polynésie française"), stated: false),
      ]),
      codes: NomenclatureCodes(
        nsf: try texts(["332", "340"]), formacode: try texts(["35052", "42171"]),
        rome: try texts(["M1601"])),
      blocks: try receptionistBlocks(), pathways: try receptionistPathways(),
      prerequisites: try NonEmpty([
        Prerequisite(
          code: try PrerequisiteCode("level3"), label: try FreeText("Niveau 3, conseillé"),
          advised: true)
      ]),
      partialCertification: true, everyCompetencyAssessed: false,
      blockValidity: TimeLimit(years: nil, basis: .policy),
      completionWindow: TimeLimit(years: try Count(5), basis: .policy),
      document: try FreeText("certificat"),
      publishedStatistics: try NonEmpty([
        PublishedStatistics(
          year: try Count(2018), certified: try Count(7), certifiedByExperience: try Count(0),
          insertionSixMonths: try Count(100), insertionOccupationSixMonths: try Count(100),
          insertionOccupationTwoYears: try Count(100)),
        PublishedStatistics(
          year: try Count(2019), certified: try Count(15), certifiedByExperience: try Count(0),
          insertionSixMonths: try Count(100), insertionOccupationSixMonths: try Count(93),
          insertionOccupationTwoYears: try Count(80)),
      ]),
      sectors: try texts(receptionistSectors), jobs: try texts(receptionistJobs),
      authorisesTraining: false, titleBasis: .policy)
  }

  /// The fiche's *activités visées*.
  private static let receptionistActivities = [
    "Organise l’accueil de l’agence",
    "L’accueil physique et téléphonique de l’agence",
    "Appréhende les situations relationnelles complexes",
    "Assure la circulation d’informations aux services concernés",
    "Recueil et analyse des doléances",
    "Traite les doléances administratives des locataires",
    "Traite les doléances techniques des locataires",
    "Traite les doléances sociales des locataires",
    "Renseigne les demandeurs de logements et apporte un premier niveau de réponse aux demandes"
      + " de mutation",
    "Enregistre la demande de logement social",
    "Gère les tâches administratives et le secrétariat de l’agence",
    "Participe au quittancement et au recouvrement des loyers",
    "Assiste le ou les chargés de clientèle",
  ]

  /// The fiche's *secteurs d’activités*.
  private static let receptionistSectors = [
    "Offices Publics de l’Habitat", "Entreprises Sociales pour l’Habitat", "EPL immobilières",
    "Sociétés Coopératives Hlm", "Promotion immobilière",
  ]

  /// The fiche's *emplois accessibles*.
  private static let receptionistJobs = [
    "Chargé d’accueil", "secrétaire d’accueil", "agent d’accueil", "assistant proximité",
    "assistant d’agence", "assistant relation client", "chargé de relation locataire",
  ]

  private static func receptionistBlocks() throws(InvalidValue) -> NonEmpty<Block> {
    func block(
      _ number: Int, _ title: String, _ modality: Modality, _ labels: [String]
    ) throws(InvalidValue) -> Block {
      let code = "RNCP38052BC0\(number)"
      return Block(
        code: try BlockCode(code), title: try FreeText(title),
        modalities: try NonEmpty([modality]),
        content: .competencies(try competencies(of: code, labels)))
    }
    return try NonEmpty([
      try block(
        1, "Accueil physique et téléphonique dans le logement social", .simulation,
        ReceptionistCompetencies.block1),
      try block(
        2,
        "Traitement des doléances administratives, techniques ou sociales au sein d’un bailleur"
          + " social",
        .simulation, ReceptionistCompetencies.block2),
      try block(
        3, "Enregistrement des demandes de logement social", .caseStudy,
        ReceptionistCompetencies.block3),
      try block(
        4, "Assistanat de l’agence dans le logement social", .caseStudy,
        ReceptionistCompetencies.block4),
    ])
  }

  private static func receptionistPathways() throws(InvalidValue) -> NonEmpty<PathwayRule> {
    let jury = try juryRoles()
    return try NonEmpty(
      Pathway.allCases.map { pathway in
        switch pathway {
        case .student, .individual:
          PathwayRule(pathway: pathway, open: false, basis: .fiche)
        case .apprenticeship, .continuingTraining, .professionalisation, .experience:
          PathwayRule(pathway: pathway, open: true, jury: jury, basis: .fiche)
        }
      })
  }
}
