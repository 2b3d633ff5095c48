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

extension Selection: FieldObject {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    audience = try fields.required("for")
    interviewers = try fields.required("interviewers")
    test = try fields.required("test")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("for", audience)
    writer.member("interviewers", interviewers)
    writer.member("test", test)
  }
}
