public import Cryptography
public import EventLog
public import Events
public import Projections

extension EventLog {
  /// The facts that count on every day once they are known: annulments, merges of ids, frameworks.
  ///
  /// Every fold of the whole log begins with them.
  ///
  /// Cost: a reading of those events by their types.
  ///
  /// - Parameter known: the last known position.
  public func timelessFacts(through known: Position) throws -> TimelessFacts {
    TimelessFacts(try events(EventQuery(types: TimelessFacts.types, through: known)))
  }

  /// The last position recorded at an instant or before it; what was known then.
  ///
  /// Cost: O(log n) reads, because instants never decrease along the log.
  public func position(knownAt instant: Instant) throws -> Position {
    var known: Int64 = 0
    var unknown = try head().last.number + 1
    while unknown - known > 1 {
      let middle = Position((known + unknown) / 2)
      guard let recordedAt = try event(at: middle)?.recordedAt else {
        throw LogFailure.damaged("position \(middle) is missing")
      }
      if recordedAt <= instant { known = middle.number } else { unknown = middle.number }
    }
    return Position(known)
  }

  /// Identifies this ledger: the SHA-256 of its first event, whose instant no other ledger has; nil for an
  /// empty log.
  public func mark() throws -> Digest? {
    var mark: Digest?
    try read(EventQuery(limit: 1)) { stored in
      mark = unsafe try SHA256().digest(of: Array(stored.bytes))
    }
    return mark
  }

  /// The enrolment that counts for a candidacy: the first in fold order that is not annulled; if all are
  /// annulled, the first of them. Nil if there is none.
  ///
  /// - Parameter known: the last known position; nil: the log's end.
  public func enrolment(
    of candidacy: CandidacyID, known: Position? = nil
  ) throws -> CandidateEnrolled? {
    let events = try events(
      EventQuery(
        subjects: [.candidacy(candidacy)], types: [.candidateEnrolled, .eventAnnulled],
        through: known, order: .fold))
    let annulled = TimelessFacts(events).annulled
    // Enrolments that complete this candidacy have it as a subject too.
    let enrolments = events.filter { $0.event.fact.enrolled?.candidacy == candidacy }
    let valid = enrolments.first { !annulled.contains($0.event.id) }
    return (valid ?? enrolments.first)?.event.fact.enrolled
  }
}
