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

extension CompetencyAssessed {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    assessor = try fields.optional("assessor")
    candidacy = try fields.required("candidacy")
    modality = try fields.required("modality")
    results = try fields.required("results")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("assessor", assessor)
    writer.member("candidacy", candidacy)
    writer.member("modality", modality)
    writer.member("results", results)
  }
}
