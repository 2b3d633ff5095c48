/// A certification enters the ledger with its whole framework.
public struct CertificationRegistered: Payload {
  /// The certification.
  public let certification: CertificationCode
  /// The national register that holds it.
  public let register: Register
  /// Its title.
  public let title: FreeText
  /// Level of qualification, 1 to 8.
  public let level: Count?
  /// Category within the register.
  public let category: FreeText?
  /// Who certifies.
  public let certifiers: NonEmpty<Certifier>?
  /// First day of the registration.
  public let registeredOn: CalendarDate?
  /// Day of this version of the document.
  public let versionOn: CalendarDate?
  /// Last day of the registration, itself in.
  public let expiresOn: CalendarDate?
  /// Last day on which it may be awarded.
  public let lastDeliveryOn: CalendarDate?
  /// How long a certification awarded is valid.
  public let certificationValidity: TimeLimit
  /// The activities aimed at (*activités visées*).
  public let targetActivities: NonEmpty<FreeText>?
  /// The publics aimed at.
  public let publics: NonEmpty<Audience>?
  /// Where it is prepared and passed.
  public let sites: NonEmpty<FreeText>?
  /// Overseas frameworks.
  public let overseas: NonEmpty<OverseasInclusion>?
  /// Other titles its blocks bear in the document.
  public let aliases: NonEmpty<Alias>?
  /// Certified persons expected a year.
  public let forecastPerYear: Forecast?
  /// Codes in the national nomenclatures.
  public let codes: NomenclatureCodes
  /// Its blocks, in the document’s order.
  public let blocks: NonEmpty<Block>
  /// Each pathway, open or closed.
  public let pathways: NonEmpty<PathwayRule>
  /// Conditions of entry.
  public let prerequisites: NonEmpty<Prerequisite>?
  /// Selection before training.
  public let selection: Selection?
  /// Training programmes, by public.
  public let training: NonEmpty<TrainingProgramme>?
  /// Whether part of it may be certified.
  public let partialCertification: Bool
  /// Whether a full award needs each competency assessed.
  public let everyCompetencyAssessed: Bool
  /// How long a block is held.
  public let blockValidity: TimeLimit
  /// How long the missing blocks may take.
  public let completionWindow: TimeLimit
  /// How a partial certification may be completed.
  public let completionRoutes: NonEmpty<CompletionRoute>?
  /// What is issued: *certificat*, *certificat de compétences*.
  public let document: FreeText
  /// Statistics as published.
  public let publishedStatistics: NonEmpty<PublishedStatistics>?

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
    document: FreeText, publishedStatistics: NonEmpty<PublishedStatistics>? = nil
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
  }

  public static var type: EventType { .certificationRegistered }

  public var subjects: [Subject] {
    [.certification(certification)]
  }
}
