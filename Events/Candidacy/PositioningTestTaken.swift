/// A positioning test was taken.
public struct PositioningTestTaken: Payload {
  /// The candidacy.
  public let candidacy: CandidacyID
  /// Whether the path was adapted to it.
  public let adjusted: Bool
  /// What was noted, sealed.
  public let note: Sealed?

  public init(candidacy: CandidacyID, adjusted: Bool, note: Sealed? = nil) {
    self.candidacy = candidacy
    self.adjusted = adjusted
    self.note = note
  }

  public static var type: EventType { .positioningTestTaken }

  public var subjects: [Subject] {
    [.candidacy(candidacy)]
  }
}
