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

  public var subjects: [Subject] {
    [.jury(jury), .certification(certification)]
  }
}
