/// A member takes no part in one candidacy’s decisions.
public struct JuryMemberRecused: Payload {
  /// The jury.
  public let jury: JuryID
  /// Who is recused.
  public let member: MemberID
  /// The candidacy.
  public let candidacy: CandidacyID

  public init(jury: JuryID, member: MemberID, candidacy: CandidacyID) {
    self.jury = jury
    self.member = member
    self.candidacy = candidacy
  }

  public static var type: EventType { .juryMemberRecused }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.candidacy(candidacy), .jury(jury)]
  }

  public var introduces: Introduction? { nil }
}

extension JuryMemberRecused {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    candidacy = try fields.required("candidacy")
    jury = try fields.required("jury")
    member = try fields.required("member")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("jury", jury)
    writer.member("member", member)
  }
}
