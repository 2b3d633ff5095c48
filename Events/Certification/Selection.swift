/// How a public is selected before training.
public struct Selection: Hashable, Sendable {
  /// The public it applies to (key `for`).
  public let audience: Audience
  /// Whether an entry test is required.
  public let test: Bool
  /// The bodies that must take part in the interview.
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
