public import EventLog
public import Events
internal import Projections

/// The ids and candidacies of one person, read by subject.
///
/// Merged ids are one person on every day, once the merge is known.
///
/// Cost: one index read for each id, and one for each candidacy.
public struct PersonHistory: Sendable {
  /// The id that the others were merged into.
  public let candidate: CandidateID
  /// Every id of the person, ascending.
  public let ids: [CandidateID]
  /// In the order of their enrolment's day.
  public let candidacies: [CandidacyID]

  /// Reads what is known of a person.
  ///
  /// - Returns: nil if no known event names this id.
  /// - Throws: ``LogFailure``.
  public init?(of candidate: CandidateID, known: Position, in log: some EventLog) throws {
    var boundary = ConsistencyBoundary(of: log, known: known)
    let ids = try boundary.readIDs(of: candidate)
    let events = boundary.inFoldOrder
    if events.isEmpty { return nil }
    let timeless = TimelessFacts(events)
    let person = timeless.person(candidate)
    let same = ids.filter { timeless.person($0) == person }
    let enrolments =
      events
      .filter { !timeless.annulled.contains($0.event.id) }
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
