/// The session was held.
public struct JuryHeld: Payload {
  /// The jury.
  public let jury: JuryID
  /// The members present.
  public let present: NonEmpty<MemberID>

  public init(jury: JuryID, present: NonEmpty<MemberID>) {
    self.jury = jury
    self.present = present
  }

  public static var type: EventType { .juryHeld }

  public var subjects: [Subject] {
    [.jury(jury)]
  }
}
