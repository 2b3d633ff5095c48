public import EventLog
public import Events

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

  /// The first event that matches, in the query's order.
  public func first(_ query: EventQuery) throws -> Envelope? {
    var query = query
    query.limit = 1
    var found: Envelope?
    try read(query) { found = try $0.envelope() }
    return found
  }

  /// The enrolment of a candidacy, its first by position, or nil where the log holds none.
  public func enrolment(of candidacy: CandidacyID) throws -> CandidateEnrolled? {
    var enrolment: CandidateEnrolled?
    // Enrolments that complete this candidacy bear its tag too.
    try read(EventQuery(subjects: [.candidacy(candidacy)], types: [.candidateEnrolled])) { stored in
      guard enrolment == nil, let data = try stored.envelope().event.fact.enrolled,
        data.candidacy == candidacy
      else { return }
      enrolment = data
    }
    return enrolment
  }
}
