/// The jury sat, on the day of the event: a sitting of its one session, which may have several days.
public struct JuryHeld: Payload {
  public let jury: JuryID
  /// The ids of the members present; nil only for a jury of unknown composition.
  public let present: NonEmpty<MemberID>?

  public init(jury: JuryID, present: NonEmpty<MemberID>?) {
    self.jury = jury
    self.present = present
  }

  public static var type: EventType { .juryHeld }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.jury(jury)]
  }

  public var introduces: Introduction? { nil }
}

extension JuryHeld {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    jury = try fields.required("jury")
    present = try fields.optional("present")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("jury", jury)
    writer.member("present", present)
  }
}
