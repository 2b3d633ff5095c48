public import Events

extension SelectionInterviewHeld: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let candidacy: CandidacyID = try reader.required("candidacy")
    let favourable: Bool = try reader.required("favourable")
    let interviewers: NonEmpty<InterviewingBody> = try reader.required("interviewers")
    self.init(candidacy: candidacy, interviewers: interviewers, favourable: favourable)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("favourable", favourable)
    writer.member("interviewers", interviewers)
  }
}
