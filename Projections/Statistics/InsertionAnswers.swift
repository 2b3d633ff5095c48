internal import Events

/// A certified person's answers to the insertion surveys: the latest to each survey.
struct InsertionAnswers: Sendable {
  struct Answer: Sendable {
    let employed: Bool
    /// False if not employed.
    let inTargetOccupation: Bool
  }

  private(set) var sixMonths: Answer?
  private(set) var twoYears: Answer?

  mutating func record(_ data: InsertionSurveyAnswered) {
    let answer = Answer(
      employed: data.employed, inTargetOccupation: data.employed && data.inTargetOccupation)
    switch data.after {
    case .sixMonths: sixMonths = answer
    case .twoYears: twoYears = answer
    }
  }
}
