/// The jury signed its minutes.
public struct JuryDeliberated: Payload {
  public let jury: JuryID
  /// A reference to the minutes, not their text.
  public let minutes: FreeText

  public init(jury: JuryID, minutes: FreeText) {
    self.jury = jury
    self.minutes = minutes
  }

  public static var type: EventType { .juryDeliberated }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.jury(jury)]
  }

  public var introduces: Introduction? { nil }
}

extension JuryDeliberated {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    jury = try fields.required("jury")
    minutes = try fields.required("minutes")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("jury", jury)
    writer.member("minutes", minutes)
  }
}
