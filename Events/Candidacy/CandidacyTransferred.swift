/// The candidacy went to another body.
public struct CandidacyTransferred: Payload {
  /// The candidacy.
  public let candidacy: CandidacyID
  /// The receiving body.
  public let to: FreeText

  public init(candidacy: CandidacyID, to: FreeText) {
    self.candidacy = candidacy
    self.to = to
  }

  public static var type: EventType { .candidacyTransferred }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.candidacy(candidacy)]
  }

  public var introduces: Introduction? { nil }
}

extension CandidacyTransferred: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let candidacy: CandidacyID = try reader.required("candidacy")
    let to: FreeText = try reader.required("to")
    self.init(candidacy: candidacy, to: to)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("to", to)
  }
}
