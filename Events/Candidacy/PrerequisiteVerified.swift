/// A condition of entry was looked at.
public struct PrerequisiteVerified: Payload {
  /// The candidacy.
  public let candidacy: CandidacyID
  /// The condition.
  public let prerequisite: PrerequisiteCode
  /// Whether the person meets it.
  public let satisfied: Bool
  /// On what evidence, sealed.
  public let evidence: Sealed?

  public init(
    candidacy: CandidacyID, prerequisite: PrerequisiteCode, satisfied: Bool, evidence: Sealed? = nil
  ) {
    self.candidacy = candidacy
    self.prerequisite = prerequisite
    self.satisfied = satisfied
    self.evidence = evidence
  }

  public static var type: EventType { .prerequisiteVerified }

  public var subjects: [Subject] {
    [.candidacy(candidacy)]
  }
}
