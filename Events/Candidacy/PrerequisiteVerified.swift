/// A condition of entry was verified for the candidate.
public struct PrerequisiteVerified: Payload {
  public let candidacy: CandidacyID
  /// The code of a prerequisite of the framework (R04).
  public let prerequisite: PrerequisiteCode
  /// Whether the candidate meets it.
  public let satisfied: Bool
  /// Free text on the documents seen; nil if none was given.
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
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.candidacy(candidacy)]
  }

  public var introduces: Introduction? { nil }
}

extension PrerequisiteVerified {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    candidacy = try fields.required("candidacy")
    evidence = try fields.optional("evidence", sealed: .text)
    prerequisite = try fields.required("prerequisite")
    satisfied = try fields.required("satisfied")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("evidence", evidence)
    writer.member("prerequisite", prerequisite)
    writer.member("satisfied", satisfied)
  }
}
