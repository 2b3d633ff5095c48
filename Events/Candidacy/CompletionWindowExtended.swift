/// The last day to complete moves, never backwards.
public struct CompletionWindowExtended: Payload {
  /// The candidacy.
  public let candidacy: CandidacyID
  /// The new last day, itself in.
  public let until: CalendarDate

  public init(candidacy: CandidacyID, until: CalendarDate) {
    self.candidacy = candidacy
    self.until = until
  }

  public static var type: EventType { .completionWindowExtended }

  public var subjects: [Subject] {
    [.candidacy(candidacy)]
  }
}
