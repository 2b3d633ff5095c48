public import EventLog
public import Events
internal import Projections

/// The ids and candidacies of one person, read by subject.
///
/// Ids merged are one person as soon as that is known, whatever the day asked.
///
/// Cost: one index read for each id, and one for its merges.
public struct PersonHistory {
  /// The id under which the person is known now.
  public let candidate: CandidateID
  /// Every id the person was met under, ascending.
  public let ids: [CandidateID]
  /// The person's candidacies, in the order of their enrolment's day.
  public let candidacies: [CandidacyID]

  /// Reads what is known of a person.
  ///
  /// - Returns: nil where nothing known names this id.
  /// - Throws: ``LogFailure``.
  public init?(of candidate: CandidateID, known: Position, in log: some EventLog) throws {
    var events: [Position: Envelope] = [:]
    var ids: Set<CandidateID> = []
    var unread: Set<CandidateID> = [candidate]
    while !unread.isEmpty {
      var met: Set<CandidateID> = []
      let query = EventQuery(subjects: unread.map { .candidate($0) }, through: known)
      try log.read(query) { stored in
        let envelope = try stored.envelope()
        events[envelope.position] = envelope
        if case .candidateMerged(let data) = envelope.event.fact {
          met.formUnion([data.candidate, data.into])
        }
      }
      ids.formUnion(unread)
      unread = met.filter { !ids.contains($0) }
    }
    if events.isEmpty { return nil }
    let timeless = TimelessFacts(Array(events.values))
    let person = timeless.person(candidate)
    let same = ids.filter { timeless.person($0) == person }
    let enrolments = events.values
      .filter { !timeless.annulled.contains($0.event.id) }
      .inFoldOrder
      .compactMap(\.event.fact.enrolled)
      .filter { same.contains($0.candidate) }
    self.candidate = person
    self.ids = same.sorted()
    var candidacies: [CandidacyID] = []
    for candidacy in enrolments.map(\.candidacy) where !candidacies.contains(candidacy) {
      // A second enrolment, against the rules, may name another person: the first one counts.
      let enrolment = try log.enrolment(of: candidacy, known: known)
      if let enrolment, same.contains(enrolment.candidate) { candidacies.append(candidacy) }
    }
    self.candidacies = candidacies
  }
}
