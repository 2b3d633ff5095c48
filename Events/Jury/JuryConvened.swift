/// A jury was convened, on or before its first summons.
public struct JuryConvened: Payload {
  public let jury: JuryID
  public let certification: CertificationCode
  /// The first day planned for its one session.
  public let sessionOn: CalendarDate
  /// The last day planned; nil: the session has one day.
  public let sessionTo: CalendarDate?
  public let mode: SessionMode
  /// Nil if not recorded, as for a remote session.
  public let place: FreeText?
  /// Nil for an imported jury whose composition is unknown.
  public let members: NonEmpty<JuryMember>?

  public init(
    jury: JuryID, certification: CertificationCode, sessionOn: CalendarDate,
    sessionTo: CalendarDate? = nil, mode: SessionMode, place: FreeText? = nil,
    members: NonEmpty<JuryMember>?
  ) {
    self.jury = jury
    self.certification = certification
    self.sessionOn = sessionOn
    self.sessionTo = sessionTo
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
    members = try fields.unlessImported("members")
    mode = try fields.required("mode")
    place = try fields.optional("place")
    sessionOn = try fields.required("sessionOn")
    sessionTo = try fields.optional("sessionTo")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("certification", certification)
    writer.member("jury", jury)
    writer.member("members", members)
    writer.member("mode", mode)
    writer.member("place", place)
    writer.member("sessionOn", sessionOn)
    writer.member("sessionTo", sessionTo)
  }
}
