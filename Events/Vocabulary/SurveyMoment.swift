/// The time between the award and an insertion survey.
public enum SurveyMoment: String, CaseIterable, Hashable, Sendable {
  case sixMonths
  case twoYears
}

extension SurveyMoment: ClosedWord {
  public static var kind: String { "survey moment" }
}
