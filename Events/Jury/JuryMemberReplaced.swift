/// A member of the jury was replaced by another.
public struct JuryMemberReplaced: Payload {
  public let jury: JuryID
  /// The member who leaves every role held in this jury.
  public let member: MemberID
  /// The member who takes the place.
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
