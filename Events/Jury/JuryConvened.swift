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

extension JuryConvened {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    certification = try fields.required("certification")
    jury = try fields.required("jury")
    members = try fields.required("members")
    mode = try fields.required("mode")
    place = try fields.optional("place")
    sessionOn = try fields.required("sessionOn")
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
