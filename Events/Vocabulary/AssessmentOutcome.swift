/// The outcome of assessing one competency.
public enum AssessmentOutcome: String, CaseIterable, Hashable, Sendable {
  case acquired
  /// Not acquired, as of this assessment; a later one may differ.
  case notAcquired
}

extension AssessmentOutcome: ClosedWord {
  public static var kind: String { "assessment outcome" }
}
