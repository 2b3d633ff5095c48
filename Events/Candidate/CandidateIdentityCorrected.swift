/// A candidate’s identity was corrected; it replaces the one recorded before.
public struct CandidateIdentityCorrected: Payload {
  public let candidate: CandidateID
  /// A whole ``Identity``, sealed under the candidate’s key; nil only after the candidate’s erasure.
  public let identity: Sealed?

  public init(candidate: CandidateID, identity: Sealed?) {
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
    identity = try fields.unlessErased("identity", sealed: .identity)
  }

  public func writeMembers(to writer: inout CanonicalWriter) {
    writer.member("candidate", candidate)
    writer.member("identity", identity)
  }
}
