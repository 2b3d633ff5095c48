/// The session will not be held.
public struct JuryCancelled: Payload {
  /// The jury.
  public let jury: JuryID
  /// Why; about no one, so in clear.
  public let grounds: FreeText?

  public init(jury: JuryID, grounds: FreeText? = nil) {
    self.jury = jury
    self.grounds = grounds
  }

  public static var type: EventType { .juryCancelled }

  public var subjects: [Subject] {
    [.jury(jury)]
  }
}
