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

extension CandidateIdentityCorrected {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    candidate = try fields.required("candidate")
    identity = try fields.required("identity", sealed: .identity)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidate", candidate)
    writer.member("identity", identity)
  }
}
