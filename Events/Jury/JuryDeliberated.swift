/// The jury signed its minutes.
public struct JuryDeliberated: Payload {
  /// The jury.
  public let jury: JuryID
  /// The reference of the minutes.
  public let minutes: FreeText

  public init(jury: JuryID, minutes: FreeText) {
    self.jury = jury
    self.minutes = minutes
  }

  public static var type: EventType { .juryDeliberated }

  public var subjects: [Subject] {
    [.jury(jury)]
  }
}
