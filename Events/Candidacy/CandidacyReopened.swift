/// A candidacy withdrawn or transferred goes on.
public struct CandidacyReopened: Payload {
  /// The candidacy.
  public let candidacy: CandidacyID

  public init(candidacy: CandidacyID) {
    self.candidacy = candidacy
  }

  public static var type: EventType { .candidacyReopened }

  public var subjects: [Subject] {
    [.candidacy(candidacy)]
  }
}
