/// A person’s keys were destroyed: nothing sealed under them can be read again.
public struct CandidateIdentityErased: Payload {
  /// The person.
  public let candidate: CandidateID

  public init(candidate: CandidateID) {
    self.candidate = candidate
  }

  public static var type: EventType { .candidateIdentityErased }

  public var subjects: [Subject] {
    [.candidate(candidate)]
  }
}
