/// The entry test was taken.
public struct SelectionTestTaken: Payload {
  /// The candidacy.
  public let candidacy: CandidacyID
  /// Whether it was passed.
  public let passed: Bool

  public init(candidacy: CandidacyID, passed: Bool) {
    self.candidacy = candidacy
    self.passed = passed
  }

  public static var type: EventType { .selectionTestTaken }

  public var subjects: [Subject] {
    [.candidacy(candidacy)]
  }
}
