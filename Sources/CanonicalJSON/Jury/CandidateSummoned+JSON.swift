public import Events

extension CandidateSummoned: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let candidacy: CandidacyID = try reader.required("candidacy")
    let jury: JuryID = try reader.required("jury")
    self.init(jury: jury, candidacy: candidacy)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("jury", jury)
  }
}
