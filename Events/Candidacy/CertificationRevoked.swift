/// The award was revoked; the blocks stay held.
public struct CertificationRevoked: Payload {
  public let candidacy: CandidacyID
  /// Free text about the candidate.
  public let grounds: Sealed

  public init(candidacy: CandidacyID, grounds: Sealed) {
    self.candidacy = candidacy
    self.grounds = grounds
  }

  public static var type: EventType { .certificationRevoked }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.candidacy(candidacy)]
  }

  public var introduces: Introduction? { nil }
}

extension CertificationRevoked {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    candidacy = try fields.required("candidacy")
    grounds = try fields.required("grounds", sealed: .text)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("grounds", grounds)
  }
}
