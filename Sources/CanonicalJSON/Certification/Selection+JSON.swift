public import Events

extension Selection: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let audience: Audience = try reader.required("for")
    let interviewers: NonEmpty<InterviewingBody> = try reader.required("interviewers")
    let test: Bool = try reader.required("test")
    self.init(audience: audience, test: test, interviewers: interviewers)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("for", audience)
    writer.member("interviewers", interviewers)
    writer.member("test", test)
  }
}
