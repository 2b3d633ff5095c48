public import Events

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
