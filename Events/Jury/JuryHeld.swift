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
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.jury(jury)]
  }

  public var introduces: Introduction? { nil }
}

extension JuryHeld: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let jury: JuryID = try reader.required("jury")
    let present: NonEmpty<MemberID> = try reader.required("present")
    self.init(jury: jury, present: present)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("jury", jury)
    writer.member("present", present)
  }
}
