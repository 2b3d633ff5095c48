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
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.jury(jury)]
  }

  public var introduces: Introduction? { nil }
}

extension JuryRescheduled: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let jury: JuryID = try reader.required("jury")
    let sessionOn: CalendarDate = try reader.required("sessionOn")
    self.init(jury: jury, sessionOn: sessionOn)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("jury", jury)
    writer.member("sessionOn", sessionOn)
  }
}
