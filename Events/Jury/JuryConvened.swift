/// A jury is called together, on or before its first summons.
public struct JuryConvened: Payload {
  /// The jury.
  public let jury: JuryID
  /// The certification.
  public let certification: CertificationCode
  /// The day of its session.
  public let sessionOn: CalendarDate
  /// How it meets.
  public let mode: SessionMode
  /// Where.
  public let place: FreeText?
  /// Its members.
  public let members: NonEmpty<JuryMember>

  public init(
    jury: JuryID, certification: CertificationCode, sessionOn: CalendarDate, mode: SessionMode,
    place: FreeText? = nil, members: NonEmpty<JuryMember>
  ) {
    self.jury = jury
    self.certification = certification
    self.sessionOn = sessionOn
    self.mode = mode
    self.place = place
    self.members = members
  }

  public static var type: EventType { .juryConvened }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.jury(jury), .certification(certification)]
  }

  public var introduces: Introduction? { .subject(.jury(jury)) }
}

extension JuryConvened: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let certification: CertificationCode = try reader.required("certification")
    let jury: JuryID = try reader.required("jury")
    let members: NonEmpty<JuryMember> = try reader.required("members")
    let mode: SessionMode = try reader.required("mode")
    let place: FreeText? = try reader.optional("place")
    let sessionOn: CalendarDate = try reader.required("sessionOn")
    self.init(
      jury: jury, certification: certification, sessionOn: sessionOn, mode: mode, place: place,
      members: members)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("certification", certification)
    writer.member("jury", jury)
    writer.member("members", members)
    writer.member("mode", mode)
    writer.member("place", place)
    writer.member("sessionOn", sessionOn)
  }
}
