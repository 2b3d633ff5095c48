public import Cryptography
public import EventLog
public import Events
public import Projections

extension EventLog {
  /// What counts whatever the day asked, by the events known: annulments, merges of ids, frameworks.
  ///
  /// Every fold of the whole log begins with it.
  ///
  /// Cost: a reading of those events by their types.
  ///
  /// - Parameter known: the last position to know.
  public func timelessFacts(through known: Position) throws -> TimelessFacts {
    TimelessFacts(try events(EventQuery(types: TimelessFacts.types, through: known)))
  }

  /// The last position taken in at an instant or before: what was known then.
  ///
  /// Cost: O(log n) reads, for instants never decrease along the log.
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

  /// What distinguishes this ledger from others: the SHA-256 of its first event, whose instant is its own; nil
  /// for an empty one.
  public func mark() throws -> Digest? {
    var mark: Digest?
    try read(EventQuery(limit: 1)) { stored in
      mark = unsafe try SHA256().digest(of: Array(stored.bytes))
    }
    return mark
  }

  /// The enrolment that counts for a candidacy: the first in fold order that is not annulled; where
  /// all are annulled, the first of those. Nil where the log holds none.
  ///
  /// - Parameter known: the last position to know; nil: the end.
  public func enrolment(
    of candidacy: CandidacyID, known: Position? = nil
  ) throws -> CandidateEnrolled? {
    let events = try events(
      EventQuery(
        subjects: [.candidacy(candidacy)], types: [.candidateEnrolled, .eventAnnulled],
        through: known, order: .fold))
    let annulled = TimelessFacts(events).annulled
    // Enrolments that complete this candidacy bear its tag too.
    let enrolments = events.filter { $0.event.fact.enrolled?.candidacy == candidacy }
    let standing = enrolments.first { !annulled.contains($0.event.id) }
    return (standing ?? enrolments.first)?.event.fact.enrolled
  }
}
