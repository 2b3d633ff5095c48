/// What an assessment found of one competency.
public enum AssessmentOutcome: String, CaseIterable, Hashable, Sendable {
  /// The competency is acquired.
  case acquired
  /// It is not, as of this assessment.
  case notAcquired
}

extension AssessmentOutcome: ClosedWord {
  public static var kind: String { "assessment outcome" }
}
