/// The person gave up, or was struck off.
public struct CandidacyWithdrawn: Payload {
  /// The candidacy.
  public let candidacy: CandidacyID
  /// Why, sealed.
  public let grounds: Sealed?

  public init(candidacy: CandidacyID, grounds: Sealed? = nil) {
    self.candidacy = candidacy
    self.grounds = grounds
  }

  public static var type: EventType { .candidacyWithdrawn }

  public var subjects: [Subject] {
    [.candidacy(candidacy)]
  }
}
