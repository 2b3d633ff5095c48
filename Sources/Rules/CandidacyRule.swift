public import Events

/// A rule that a candidacy can break by time alone, without any entry; reported at an entry of the
/// candidacy, once what was owed is overdue.
public protocol CandidacyRule: Rule {
  /// The types of the entries at which a violation is reported.
  var reportedAt: Set<EventType> { get }
  /// How a candidacy breaks the rule on a day, each violation with the position of its entry. Called
  /// only for a candidacy enrolled, with every event up to that day applied.
  func violations(
    by candidacy: CandidacyID, in state: JudgingState, on day: CalendarDate
  ) -> [(position: Position, violation: Violation)]
}
