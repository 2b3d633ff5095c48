/// The candidacy went to another body.
public struct CandidacyTransferred: Payload {
  /// The candidacy.
  public let candidacy: CandidacyID
  /// The receiving body.
  public let to: FreeText

  public init(candidacy: CandidacyID, to: FreeText) {
    self.candidacy = candidacy
    self.to = to
  }

  public static var type: EventType { .candidacyTransferred }

  public var subjects: [Subject] {
    [.candidacy(candidacy)]
  }
}
