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

extension JuryCancelled: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let grounds: FreeText? = try reader.optional("grounds")
    let jury: JuryID = try reader.required("jury")
    self.init(jury: jury, grounds: grounds)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("grounds", grounds)
    writer.member("jury", jury)
  }
}
