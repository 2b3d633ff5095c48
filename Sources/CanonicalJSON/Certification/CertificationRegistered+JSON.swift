public import Events

extension CertificationRegistered: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let aliases: NonEmpty<Alias>? = try reader.optional("aliases")
    let blockValidity: TimeLimit = try reader.required("blockValidity")
    let blocks: NonEmpty<Block> = try reader.required("blocks")
    let category: FreeText? = try reader.optional("category")
    let certification: CertificationCode = try reader.required("certification")
    let certificationValidity: TimeLimit = try reader.required("certificationValidity")
    let certifiers: NonEmpty<Certifier>? = try reader.optional("certifiers")
    let codes: NomenclatureCodes = try reader.required("codes")
    let completionRoutes: NonEmpty<CompletionRoute>? = try reader.optional("completionRoutes")
    let completionWindow: TimeLimit = try reader.required("completionWindow")
    let document: FreeText = try reader.required("document")
    let everyCompetencyAssessed: Bool = try reader.required("everyCompetencyAssessed")
    let expiresOn: CalendarDate? = try reader.optional("expiresOn")
    let forecastPerYear: Forecast? = try reader.optional("forecastPerYear")
    let lastDeliveryOn: CalendarDate? = try reader.optional("lastDeliveryOn")
    let level: Count? = try reader.optional("level")
    let overseas: NonEmpty<OverseasInclusion>? = try reader.optional("overseas")
    let partialCertification: Bool = try reader.required("partialCertification")
    let pathways: NonEmpty<PathwayRule> = try reader.required("pathways")
    let prerequisites: NonEmpty<Prerequisite>? = try reader.optional("prerequisites")
    let publics: NonEmpty<Audience>? = try reader.optional("publics")
    let publishedStatistics: NonEmpty<PublishedStatistics>? = try reader.optional(
      "publishedStatistics")
    let register: Register = try reader.required("register")
    let registeredOn: CalendarDate? = try reader.optional("registeredOn")
    let selection: Selection? = try reader.optional("selection")
    let sites: NonEmpty<FreeText>? = try reader.optional("sites")
    let targetActivities: NonEmpty<FreeText>? = try reader.optional("targetActivities")
    let title: FreeText = try reader.required("title")
    let training: NonEmpty<TrainingProgramme>? = try reader.optional("training")
    let versionOn: CalendarDate? = try reader.optional("versionOn")
    self.init(
      certification: certification, register: register, title: title, level: level,
      category: category, certifiers: certifiers, registeredOn: registeredOn, versionOn: versionOn,
      expiresOn: expiresOn, lastDeliveryOn: lastDeliveryOn,
      certificationValidity: certificationValidity, targetActivities: targetActivities,
      publics: publics, sites: sites, overseas: overseas, aliases: aliases,
      forecastPerYear: forecastPerYear, codes: codes, blocks: blocks, pathways: pathways,
      prerequisites: prerequisites, selection: selection, training: training,
      partialCertification: partialCertification, everyCompetencyAssessed: everyCompetencyAssessed,
      blockValidity: blockValidity, completionWindow: completionWindow,
      completionRoutes: completionRoutes, document: document,
      publishedStatistics: publishedStatistics)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("aliases", aliases)
    writer.member("blockValidity", blockValidity)
    writer.member("blocks", blocks)
    writer.member("category", category)
    writer.member("certification", certification)
    writer.member("certificationValidity", certificationValidity)
    writer.member("certifiers", certifiers)
    writer.member("codes", codes)
    writer.member("completionRoutes", completionRoutes)
    writer.member("completionWindow", completionWindow)
    writer.member("document", document)
    writer.member("everyCompetencyAssessed", everyCompetencyAssessed)
    writer.member("expiresOn", expiresOn)
    writer.member("forecastPerYear", forecastPerYear)
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
    writer.member("selection", selection)
    writer.member("sites", sites)
    writer.member("targetActivities", targetActivities)
    writer.member("title", title)
    writer.member("training", training)
    writer.member("versionOn", versionOn)
  }
}
