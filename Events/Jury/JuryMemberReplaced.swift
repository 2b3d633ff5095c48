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

extension JuryMemberReplaced: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let by: JuryMember = try reader.required("by")
    let jury: JuryID = try reader.required("jury")
    let member: MemberID = try reader.required("member")
    self.init(jury: jury, member: member, by: by)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("by", by)
    writer.member("jury", jury)
    writer.member("member", member)
  }
}
