/// How a public is selected before training.
public struct Selection: Hashable, Sendable {
  /// Whom it selects.
  public let audience: Audience
  /// Whether an entry test is taken.
  public let test: Bool
  /// Who must sit at the interview.
  public let interviewers: NonEmpty<InterviewingBody>

  public init(audience: Audience, test: Bool, interviewers: NonEmpty<InterviewingBody>) {
    self.audience = audience
    self.test = test
    self.interviewers = interviewers
  }
}

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
