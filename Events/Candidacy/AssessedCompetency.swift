/// What was found of one competency.
public struct AssessedCompetency: Hashable, Sendable {
  /// The competency.
  public let competency: CompetencyCode
  /// What was found.
  public let outcome: AssessmentOutcome

  public init(competency: CompetencyCode, outcome: AssessmentOutcome) {
    self.competency = competency
    self.outcome = outcome
  }
}
