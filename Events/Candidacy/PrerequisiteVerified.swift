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
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.candidacy(candidacy)]
  }

  public var introduces: Introduction? { nil }
}

extension PrerequisiteVerified: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let candidacy: CandidacyID = try reader.required("candidacy")
    let evidence: Sealed? = try reader.optional("evidence")
    let prerequisite: PrerequisiteCode = try reader.required("prerequisite")
    let satisfied: Bool = try reader.required("satisfied")
    self.init(
      candidacy: candidacy, prerequisite: prerequisite, satisfied: satisfied, evidence: evidence)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("evidence", evidence)
    writer.member("prerequisite", prerequisite)
    writer.member("satisfied", satisfied)
  }
}
