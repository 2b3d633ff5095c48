/// A person is registered as a candidate.
public struct CandidateRegistered: Payload {
  public let candidate: CandidateID
  /// An ``Identity``, sealed under the candidate’s key; nil only after the candidate’s erasure.
  public let identity: Sealed?

  public init(candidate: CandidateID, identity: Sealed?) {
    self.candidate = candidate
    self.identity = identity
  }

  public static var type: EventType { .candidateRegistered }
  public static var isTimeless: Bool { false }

  public var subjects: [Subject] {
    [.candidate(candidate)]
  }

  public var introduces: Introduction? { .subject(.candidate(candidate)) }
}

extension CandidateRegistered {
  public init(fields: inout some FieldSource) throws(ReadingFailure) {
    candidate = try fields.required("candidate")
    identity = try fields.unlessErased("identity", sealed: .identity)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidate", candidate)
    writer.member("identity", identity)
  }
}
