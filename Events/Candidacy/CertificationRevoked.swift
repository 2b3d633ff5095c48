/// An award no longer stands.
public struct CertificationRevoked: Payload {
  /// The candidacy.
  public let candidacy: CandidacyID
  /// Why, sealed.
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

extension CertificationRevoked: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let candidacy: CandidacyID = try reader.required("candidacy")
    let grounds: Sealed = try reader.required("grounds")
    self.init(candidacy: candidacy, grounds: grounds)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidacy", candidacy)
    writer.member("grounds", grounds)
  }
}
