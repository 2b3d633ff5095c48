/// A member gives way to another.
public struct JuryMemberReplaced: Payload {
  /// The jury.
  public let jury: JuryID
  /// Who leaves.
  public let member: MemberID
  /// Who comes in.
  public let by: JuryMember

  public init(jury: JuryID, member: MemberID, by: JuryMember) {
    self.jury = jury
    self.member = member
    self.by = by
  }

  public static var type: EventType { .juryMemberReplaced }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.jury(jury)]
  }

  public var introduces: Introduction? { nil }
}

extension JuryMemberReplaced {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    by = try fields.required("by")
    jury = try fields.required("jury")
    member = try fields.required("member")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("by", by)
    writer.member("jury", jury)
    writer.member("member", member)
  }
}
