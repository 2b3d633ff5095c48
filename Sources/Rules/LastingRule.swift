public import Events

/// A rule that an entry of a candidacy can break by time alone, or by what is recorded after it;
/// reported at the entry's position.
///
/// It is asked about a candidacy on a day, once every event up to that day is applied. A rule on awards
/// alone is a ``StandingRule``.
public protocol LastingRule: Rule {
  /// The types of the entries that it may report.
  var watches: Set<EventType> { get }
  /// The events its answer depends on, besides the candidacy's own.
  var reads: Set<Scope> { get }
  /// The entries of a candidacy that break the rule on a day, in any order.
  func violations(
    in candidacy: CandidacyID, _ state: JudgingState, on day: CalendarDate
  ) -> [(position: Position, violation: Violation)]
}

extension LastingRule {
  public var reads: Set<Scope> { [] }
}
