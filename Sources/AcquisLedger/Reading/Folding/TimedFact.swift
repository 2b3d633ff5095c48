internal import EventLog
internal import Events
internal import Projections

/// A fact as a fold applies it.
struct TimedFact: Sendable {
  let moment: Moment
  let fact: Fact
  let waives: NonEmpty<RuleID>?
}

/// Reads from the log's events what a fold takes of them.
struct FactReader: Sendable {
  /// The entries that are passed over because they are annulled.
  let annulled: PositionSet
  /// Whether each event is read whole, also one that is passed over, and compared with everything
  /// that the store keeps beside it.
  let readsWhole: Bool

  /// What a fold takes of an event; nil if it passes over it.
  ///
  /// - Throws: ``LogFailure`` for an event that is taken and cannot be read, and for any of a type or
  ///   schema that this program does not know.
  func fact(of stored: StoredEvent) throws(LogFailure) -> TimedFact? {
    let folded: FoldedEvent
    let isTaken = LedgerState.takes(stored.type) && !annulled.contains(stored.position)
    if readsWhole {
      folded = FoldedEvent(try stored.envelope().event)
      if !isTaken { return nil }
    } else if isTaken {
      folded = try stored.folded()
    } else {
      try stored.passOver()
      return nil
    }
    return TimedFact(
      moment: Moment(day: folded.occurredOn, position: stored.position), fact: folded.fact,
      waives: folded.waives)
  }
}
