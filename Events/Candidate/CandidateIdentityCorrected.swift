/// A person’s identity is put right.
public struct CandidateIdentityCorrected: Payload {
  /// The person.
  public let candidate: CandidateID
  /// Who the person is, sealed.
  public let identity: Sealed

  public init(candidate: CandidateID, identity: Sealed) {
    self.candidate = candidate
    self.identity = identity
  }

  public static var type: EventType { .candidateIdentityCorrected }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.candidate(candidate)]
  }

  public var introduces: Introduction? { nil }
}

extension CandidateIdentityCorrected: CanonicalObject {
  public init(members reader: inout CanonicalReader) throws(ReadingFailure) {
    let candidate: CandidateID = try reader.required("candidate")
    let identity: Sealed = try reader.required("identity")
    self.init(candidate: candidate, identity: identity)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidate", candidate)
    writer.member("identity", identity)
  }
}
