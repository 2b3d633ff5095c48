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

extension AssessedCompetency: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let competency: CompetencyCode = try reader.required("competency")
    let outcome: AssessmentOutcome = try reader.required("outcome")
    self.init(competency: competency, outcome: outcome)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("competency", competency)
    writer.member("outcome", outcome)
  }
}
