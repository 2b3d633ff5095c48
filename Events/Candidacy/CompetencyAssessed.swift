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

  public var subjects: [Subject] {
    [.candidacy(candidacy)]
  }
}
