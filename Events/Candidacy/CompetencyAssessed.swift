/// One competency, or a whole grid, was assessed.
public struct CompetencyAssessed: Payload {
  /// The candidacy.
  public let candidacy: CandidacyID
  /// How.
  public let modality: Modality
  /// What was found of each.
  public let results: NonEmpty<AssessedCompetency>
  /// By whom.
  public let assessor: AssessorID?

  public init(
    candidacy: CandidacyID, modality: Modality, results: NonEmpty<AssessedCompetency>,
    assessor: AssessorID? = nil
  ) {
    self.candidacy = candidacy
    self.modality = modality
    self.results = results
    self.assessor = assessor
  }

  public static var type: EventType { .competencyAssessed }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.candidacy(candidacy)]
  }

  public var introduces: Introduction? { nil }
}

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
