/// How long after the award an insertion survey was answered.
public enum SurveyMoment: String, CaseIterable, Hashable, Sendable {
  /// Six months.
  case sixMonths
  /// Two years.
  case twoYears
}

extension SurveyMoment: ClosedWord {
  public static var kind: String { "survey moment" }
}
