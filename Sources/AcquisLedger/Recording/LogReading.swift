public import Cryptography
public import EventLog
public import Events
internal import Projections

extension EventLog {
  /// The last position taken in at an instant or before: what was known then.
  ///
  /// Cost: O(log n) reads, for instants never decrease along the log.
  public func position(knownAt instant: Instant) throws -> Position {
    var known: Int64 = 0
    var unknown = try head().last.number + 1
    while unknown - known > 1 {
      let middle = Position((known + unknown) / 2)
      var recordedAt: Instant?
      try read(EventQuery(from: middle, through: middle)) {
        recordedAt = try $0.envelope().recordedAt
      }
      guard let recordedAt else { throw LogFailure.damaged("position \(middle) is missing") }
      if recordedAt <= instant { known = middle.number } else { unknown = middle.number }
    }
    return Position(known)
  }

  /// What tells this ledger from others: the SHA-256 of its first event, whose instant is its own; nil
  /// for an empty one.
  public func mark() throws -> Digest? {
    var mark: Digest?
    try read(EventQuery(limit: 1)) { stored in
      mark = try SHA256().digest(of: Array(stored.bytes))
    }
    return mark
  }

  /// The first event that matches, in the query's order.
  public func first(_ query: EventQuery) throws -> Envelope? {
    var query = query
    query.limit = 1
    var found: Envelope?
    try read(query) { found = try $0.envelope() }
    return found
  }

  /// The enrolment that counts for a candidacy: the first in fold order that is not annulled; where
  /// all are annulled, the first of those. Nil where the log holds none.
  ///
  /// - Parameter known: the last position to know; nil: the end.
  public func enrolment(
    of candidacy: CandidacyID, known: Position? = nil
  ) throws -> CandidateEnrolled? {
    var events: [Envelope] = []
    let query = EventQuery(
      subjects: [.candidacy(candidacy)], types: [.candidateEnrolled, .eventAnnulled],
      through: known, order: .fold)
    try read(query) { events.append(try $0.envelope()) }
    let annulled = TimelessFacts(events).annulled
    // Enrolments that complete this candidacy bear its tag too.
    let enrolments = events.filter { $0.event.fact.enrolled?.candidacy == candidacy }
    let standing = enrolments.first { !annulled.contains($0.event.id) }
    return (standing ?? enrolments.first)?.event.fact.enrolled
  }
}
