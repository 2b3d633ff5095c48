/// The session will not be held.
public struct JuryCancelled: Payload {
  /// The jury.
  public let jury: JuryID
  /// Why; about no one, so in clear.
  public let grounds: FreeText?

  public init(jury: JuryID, grounds: FreeText? = nil) {
    self.jury = jury
    self.grounds = grounds
  }

  public static var type: EventType { .juryCancelled }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.jury(jury)]
  }

  public var introduces: Introduction? { nil }
}

extension JuryCancelled {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    grounds = try fields.optional("grounds")
    jury = try fields.required("jury")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("grounds", grounds)
    writer.member("jury", jury)
  }
}
