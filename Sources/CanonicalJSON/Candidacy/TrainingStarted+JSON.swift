public import Events

extension TrainingStarted: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let candidacy: CandidacyID = try reader.required("candidacy")
    let site: TrainingSite? = try reader.optional("site")
    self.init(candidacy: candidacy, site: site)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("site", site)
  }
}
