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
