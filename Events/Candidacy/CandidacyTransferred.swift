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

extension CandidacyTransferred {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    candidacy = try fields.required("candidacy")
    to = try fields.required("to")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("to", to)
  }
}
