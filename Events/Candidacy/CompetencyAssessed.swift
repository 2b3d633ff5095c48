/// One competency, or a whole grid, was assessed.
public struct CompetencyAssessed: Payload {
  public let candidacy: CandidacyID
  public let modality: Modality
  /// One result for each competency assessed; the latest result of a competency counts.
  public let results: NonEmpty<AssessedCompetency>
  /// Id of the person who assessed, never a name; nil if not recorded.
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
