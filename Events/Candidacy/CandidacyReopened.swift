/// A withdrawn or transferred candidacy is active again.
public struct CandidacyReopened: Payload {
  public let candidacy: CandidacyID

  public init(candidacy: CandidacyID) {
    self.candidacy = candidacy
  }

  public static var type: EventType { .candidacyReopened }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.candidacy(candidacy)]
  }

  public var introduces: Introduction? { nil }
}

extension CandidacyReopened {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    candidacy = try fields.required("candidacy")
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
  }
}
