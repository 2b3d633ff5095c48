/// A member was recused from the decisions on one candidacy.
public struct JuryMemberRecused: Payload {
  public let jury: JuryID
  public let member: MemberID
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
