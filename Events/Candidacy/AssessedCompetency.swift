/// The result of assessing one competency.
public struct AssessedCompetency: Hashable, Sendable {
  public let competency: CompetencyCode
  public let outcome: AssessmentOutcome

  public init(competency: CompetencyCode, outcome: AssessmentOutcome) {
    self.competency = competency
    self.outcome = outcome
  }
}

extension AssessedCompetency: FieldObject {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    competency = try fields.required("competency")
    outcome = try fields.required("outcome")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("competency", competency)
    writer.member("outcome", outcome)
  }
}
