/// The jury’s session was moved to another day.
public struct JuryRescheduled: Payload {
  public let jury: JuryID
  /// The first day now planned.
  public let sessionOn: CalendarDate
  /// The last day now planned; nil: the session has one day.
  public let sessionTo: CalendarDate?

  public init(jury: JuryID, sessionOn: CalendarDate, sessionTo: CalendarDate? = nil) {
    self.jury = jury
    self.sessionOn = sessionOn
    self.sessionTo = sessionTo
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
    sessionTo = try fields.optional("sessionTo")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("jury", jury)
    writer.member("sessionOn", sessionOn)
    writer.member("sessionTo", sessionTo)
  }
}
