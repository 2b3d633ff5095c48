/// The jury’s session was moved to another day.
public struct JuryRescheduled: Payload {
  public let jury: JuryID
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

extension JuryRescheduled {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    jury = try fields.required("jury")
    sessionOn = try fields.required("sessionOn")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("jury", jury)
    writer.member("sessionOn", sessionOn)
  }
}
