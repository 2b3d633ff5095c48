/// A member joins.
public struct JuryMemberAdded: Payload {
  /// The jury.
  public let jury: JuryID
  /// Who comes in.
  public let by: JuryMember

  public init(jury: JuryID, by: JuryMember) {
    self.jury = jury
    self.by = by
  }

  public static var type: EventType { .juryMemberAdded }

  public var subjects: [Subject] {
    [.jury(jury)]
  }
}
