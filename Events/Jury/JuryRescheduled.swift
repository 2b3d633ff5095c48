/// The session moves to another day.
public struct JuryRescheduled: Payload {
  /// The jury.
  public let jury: JuryID
  /// The new day.
  public let sessionOn: CalendarDate

  public init(jury: JuryID, sessionOn: CalendarDate) {
    self.jury = jury
    self.sessionOn = sessionOn
  }

  public static var type: EventType { .juryRescheduled }

  public var subjects: [Subject] {
    [.jury(jury)]
  }
}
