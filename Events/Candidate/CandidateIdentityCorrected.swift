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

  public var subjects: [Subject] {
    [.candidate(candidate)]
  }
}
