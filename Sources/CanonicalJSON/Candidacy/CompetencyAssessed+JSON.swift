public import Events

extension CompetencyAssessed: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let assessor: AssessorID? = try reader.optional("assessor")
    let candidacy: CandidacyID = try reader.required("candidacy")
    let modality: Modality = try reader.required("modality")
    let results: NonEmpty<AssessedCompetency> = try reader.required("results")
    self.init(candidacy: candidacy, modality: modality, results: results, assessor: assessor)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("assessor", assessor)
    writer.member("candidacy", candidacy)
    writer.member("modality", modality)
    writer.member("results", results)
  }
}
