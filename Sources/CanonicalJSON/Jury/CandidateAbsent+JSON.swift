public import Events

extension CandidateAbsent: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let candidacy: CandidacyID = try reader.required("candidacy")
    let excused: Bool = try reader.required("excused")
    let jury: JuryID = try reader.required("jury")
    self.init(jury: jury, candidacy: candidacy, excused: excused)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("excused", excused)
    writer.member("jury", jury)
  }
}
