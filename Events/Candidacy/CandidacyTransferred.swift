/// The candidacy was transferred to another body; its status is then `withdrawn`.
public struct CandidacyTransferred: Payload {
  public let candidacy: CandidacyID
  /// Name of the receiving body, in clear: never a person’s.
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
