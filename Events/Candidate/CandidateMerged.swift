/// Two ids were one person.
public struct CandidateMerged: Payload {
  /// The person.
  public let candidate: CandidateID
  /// The id that remains.
  public let into: CandidateID

  public init(candidate: CandidateID, into: CandidateID) {
    self.candidate = candidate
    self.into = into
  }

  public static var type: EventType { .candidateMerged }

  public var subjects: [Subject] {
    [.candidate(candidate), .candidate(into)]
  }
}
