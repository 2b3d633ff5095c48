/// A certification is registered with its whole framework (*référentiel*), which applies to every
/// day, including those before the event.
public struct CertificationRegistered: Payload {
  public let certification: CertificationCode
  public let register: Register
  public let title: FreeText
  /// Level of qualification, 1 to 8; nil where the document states none.
  public let level: Count?
  /// Category in the *Inventaire*, as in `C`.
  public let category: FreeText?
  public let certifiers: NonEmpty<Certifier>?
  /// First day of the registration.
  public let registeredOn: CalendarDate?
  /// The date of this version of the document.
  public let versionOn: CalendarDate?
  /// Last day of the registration, inclusive; nil: no end stated.
  public let expiresOn: CalendarDate?
  /// Last day on which it may be awarded, inclusive; nil: no end stated.
  public let lastDeliveryOn: CalendarDate?
  /// How long an award is valid, from its day.
  public let certificationValidity: TimeLimit
  /// *Activités visées*, in the document’s order.
  public let targetActivities: NonEmpty<FreeText>?
  /// *Publics visés*.
  public let publics: NonEmpty<Audience>?
  /// Where training and assessment take place.
  public let sites: NonEmpty<FreeText>?
  public let overseas: NonEmpty<OverseasInclusion>?
  /// Second titles of its blocks.
  public let aliases: NonEmpty<Alias>?
  /// Number of persons expected to be certified each year.
  public let forecastPerYear: Forecast?
  public let codes: NomenclatureCodes
  /// In the document’s order; so are all blocks that a projection lists.
  public let blocks: NonEmpty<Block>
  /// One rule for each pathway, open or closed.
  public let pathways: NonEmpty<PathwayRule>
  public let prerequisites: NonEmpty<Prerequisite>?
  public let selection: Selection?
  /// One programme for each public.
  public let training: NonEmpty<TrainingProgramme>?
  /// Whether blocks may be certified one at a time.
  public let partialCertification: Bool
  /// Whether an award needs every competency assessed (R09).
  public let everyCompetencyAssessed: Bool
  /// How long a block stays valid, until a policy changes it.
  public let blockValidity: TimeLimit
  /// How long a candidate has to validate the missing blocks, until a policy changes it.
  public let completionWindow: TimeLimit
  public let completionRoutes: NonEmpty<CompletionRoute>?
  /// The document issued: *certificat*, *certificat de compétences*.
  public let document: FreeText
  /// One line for each year published.
  public let publishedStatistics: NonEmpty<PublishedStatistics>?
  /// The day of the decision to register it; nil where the document states none.
  public let registrationDecisionOn: CalendarDate?
  /// *Secteurs d’activité*, in the document’s order.
  public let sectors: NonEmpty<FreeText>?
  /// *Emplois accessibles*, in the document’s order.
  public let jobs: NonEmpty<FreeText>?
  /// *Mots clés*, in the document’s order.
  public let keywords: NonEmpty<FreeText>?
  /// About how many persons were certified when the document was published, of no stated year.
  public let certifiedSoFar: Count?
  /// Whether the certifier authorises other bodies to train for it; nil: not stated.
  public let authorisesTraining: Bool?
  /// How far it is linked to sustainable development (*Liens avec le développement durable*).
  public let sustainableDevelopmentLevel: Count?
  /// The day on which the document was printed or published.
  public let editionOn: CalendarDate?
  /// What ``title`` rests on; nil: the document.
  public let titleBasis: Basis?

  public init(
    certification: CertificationCode, register: Register, title: FreeText, level: Count? = nil,
    category: FreeText? = nil, certifiers: NonEmpty<Certifier>? = nil,
    registeredOn: CalendarDate? = nil, versionOn: CalendarDate? = nil,
    expiresOn: CalendarDate? = nil, lastDeliveryOn: CalendarDate? = nil,
    certificationValidity: TimeLimit, targetActivities: NonEmpty<FreeText>? = nil,
    publics: NonEmpty<Audience>? = nil, sites: NonEmpty<FreeText>? = nil,
    overseas: NonEmpty<OverseasInclusion>? = nil, aliases: NonEmpty<Alias>? = nil,
    forecastPerYear: Forecast? = nil, codes: NomenclatureCodes, blocks: NonEmpty<Block>,
    pathways: NonEmpty<PathwayRule>, prerequisites: NonEmpty<Prerequisite>? = nil,
    selection: Selection? = nil, training: NonEmpty<TrainingProgramme>? = nil,
    partialCertification: Bool, everyCompetencyAssessed: Bool, blockValidity: TimeLimit,
    completionWindow: TimeLimit, completionRoutes: NonEmpty<CompletionRoute>? = nil,
    document: FreeText, publishedStatistics: NonEmpty<PublishedStatistics>? = nil,
    registrationDecisionOn: CalendarDate? = nil, sectors: NonEmpty<FreeText>? = nil,
    jobs: NonEmpty<FreeText>? = nil, keywords: NonEmpty<FreeText>? = nil,
    certifiedSoFar: Count? = nil, authorisesTraining: Bool? = nil,
    sustainableDevelopmentLevel: Count? = nil, editionOn: CalendarDate? = nil,
    titleBasis: Basis? = nil
  ) {
    self.certification = certification
    self.register = register
    self.title = title
    self.level = level
    self.category = category
    self.certifiers = certifiers
    self.registeredOn = registeredOn
    self.versionOn = versionOn
    self.expiresOn = expiresOn
    self.lastDeliveryOn = lastDeliveryOn
    self.certificationValidity = certificationValidity
    self.targetActivities = targetActivities
    self.publics = publics
    self.sites = sites
    self.overseas = overseas
    self.aliases = aliases
    self.forecastPerYear = forecastPerYear
    self.codes = codes
    self.blocks = blocks
    self.pathways = pathways
    self.prerequisites = prerequisites
    self.selection = selection
    self.training = training
    self.partialCertification = partialCertification
    self.everyCompetencyAssessed = everyCompetencyAssessed
    self.blockValidity = blockValidity
    self.completionWindow = completionWindow
    self.completionRoutes = completionRoutes
    self.document = document
    self.publishedStatistics = publishedStatistics
    self.registrationDecisionOn = registrationDecisionOn
    self.sectors = sectors
    self.jobs = jobs
    self.keywords = keywords
    self.certifiedSoFar = certifiedSoFar
    self.authorisesTraining = authorisesTraining
    self.sustainableDevelopmentLevel = sustainableDevelopmentLevel
    self.editionOn = editionOn
    self.titleBasis = titleBasis
  }

  public static var type: EventType { .certificationRegistered }
  public static var isTimeless: Bool { true }

  public var subjects: [Subject] {
    [.certification(certification)]
  }

  public var introduces: Introduction? { .subject(.certification(certification)) }
}

extension CertificationRegistered {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    aliases = try fields.optional("aliases")
    authorisesTraining = try fields.optional("authorisesTraining")
    blockValidity = try fields.required("blockValidity")
    blocks = try fields.required("blocks")
    category = try fields.optional("category")
    certification = try fields.required("certification")
    certificationValidity = try fields.required("certificationValidity")
    certifiedSoFar = try fields.optional("certifiedSoFar")
    certifiers = try fields.optional("certifiers")
    codes = try fields.required("codes")
    completionRoutes = try fields.optional("completionRoutes")
    completionWindow = try fields.required("completionWindow")
    document = try fields.required("document")
    editionOn = try fields.optional("editionOn")
    everyCompetencyAssessed = try fields.required("everyCompetencyAssessed")
    expiresOn = try fields.optional("expiresOn")
    forecastPerYear = try fields.optional("forecastPerYear")
    jobs = try fields.optional("jobs")
    keywords = try fields.optional("keywords")
    lastDeliveryOn = try fields.optional("lastDeliveryOn")
    level = try fields.optional("level")
    overseas = try fields.optional("overseas")
    partialCertification = try fields.required("partialCertification")
    pathways = try fields.required("pathways")
    prerequisites = try fields.optional("prerequisites")
    publics = try fields.optional("publics")
    publishedStatistics = try fields.optional("publishedStatistics")
    register = try fields.required("register")
    registeredOn = try fields.optional("registeredOn")
    registrationDecisionOn = try fields.optional("registrationDecisionOn")
    sectors = try fields.optional("sectors")
    selection = try fields.optional("selection")
    sites = try fields.optional("sites")
    sustainableDevelopmentLevel = try fields.optional("sustainableDevelopmentLevel")
    targetActivities = try fields.optional("targetActivities")
    title = try fields.required("title")
    titleBasis = try fields.optional("titleBasis")
    training = try fields.optional("training")
    versionOn = try fields.optional("versionOn")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("aliases", aliases)
    writer.member("authorisesTraining", authorisesTraining)
    writer.member("blockValidity", blockValidity)
    writer.member("blocks", blocks)
    writer.member("category", category)
    writer.member("certification", certification)
    writer.member("certificationValidity", certificationValidity)
    writer.member("certifiedSoFar", certifiedSoFar)
    writer.member("certifiers", certifiers)
    writer.member("codes", codes)
    writer.member("completionRoutes", completionRoutes)
    writer.member("completionWindow", completionWindow)
    writer.member("document", document)
    writer.member("editionOn", editionOn)
    writer.member("everyCompetencyAssessed", everyCompetencyAssessed)
    writer.member("expiresOn", expiresOn)
    writer.member("forecastPerYear", forecastPerYear)
    writer.member("jobs", jobs)
    writer.member("keywords", keywords)
    writer.member("lastDeliveryOn", lastDeliveryOn)
    writer.member("level", level)
    writer.member("overseas", overseas)
    writer.member("partialCertification", partialCertification)
    writer.member("pathways", pathways)
    writer.member("prerequisites", prerequisites)
    writer.member("publics", publics)
    writer.member("publishedStatistics", publishedStatistics)
    writer.member("register", register)
    writer.member("registeredOn", registeredOn)
    writer.member("registrationDecisionOn", registrationDecisionOn)
    writer.member("sectors", sectors)
    writer.member("selection", selection)
    writer.member("sites", sites)
    writer.member("sustainableDevelopmentLevel", sustainableDevelopmentLevel)
    writer.member("targetActivities", targetActivities)
    writer.member("title", title)
    writer.member("titleBasis", titleBasis)
    writer.member("training", training)
    writer.member("versionOn", versionOn)
  }
}
