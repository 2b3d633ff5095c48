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

  public var subjects: [Subject] {
    [.jury(jury)]
  }
}
