public import Events

extension CertificationAwarded: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let candidacy: CandidacyID = try reader.required("candidacy")
    let jury: JuryID? = try reader.optional("jury")
    self.init(candidacy: candidacy, jury: jury)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("jury", jury)
  }
}
