internal import Events

/// What a holder answered to the insertion surveys: the latest answer of each counts.
struct InsertionAnswers: Sendable {
  /// One answer.
  struct Answer: Sendable {
    let employed: Bool
    /// Employed in the occupation aimed at: whoever is without employment is in none.
    let inTargetOccupation: Bool
  }

  private(set) var sixMonths: Answer?
  private(set) var twoYears: Answer?

  mutating func take(_ data: InsertionSurveyAnswered) {
    let answer = Answer(
      employed: data.employed, inTargetOccupation: data.employed && data.inTargetOccupation)
    switch data.after {
    case .sixMonths: sixMonths = answer
    case .twoYears: twoYears = answer
    }
  }
}
