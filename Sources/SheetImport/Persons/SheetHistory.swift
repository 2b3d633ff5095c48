public import EventLog
public import Events
internal import Projections

/// What tells the persons of a ledger apart, or shows that two are one, beside their names: the days of the
/// sessions that imports recorded of them, and the numbers of their certificates.
///
/// Cost: one reading of the merges and annulments; then, for a person asked about, a few index reads.
public struct SheetHistory: Sendable {
  private let log: any EventLog
  private let last: Position
  private let timeless: TimelessFacts

  /// - Throws: ``LogFailure``.
  public init(in log: any EventLog) throws {
    self.log = log
    last = try log.head().last
    timeless = TimelessFacts(
      try log.events(EventQuery(types: TimelessFacts.types, through: last)))
  }

  /// `2021-06-17` for each session to which an import summoned the candidate, as its day is now planned, and the
  /// numbers of certificates, partial ones included.
  ///
  /// - Parameter candidate: of ids merged, the events of this one alone.
  /// - Throws: ``LogFailure``.
  public func evidence(of candidate: CandidateID) throws -> Set<String> {
    let enrolments = try standing([.candidate(candidate)], [.candidateEnrolled])
    let candidacies = Set(enrolments.compactMap { $0.event.fact.enrolled?.candidacy })
    let types: [EventType] = [
      .candidateSummoned, .certificateIssued, .certificateReissued, .partialCertificateIssued,
    ]
    var (evidence, juries): (Set<String>, Set<JuryID>) = ([], [])
    let subjects = candidacies.sorted().map { Subject.candidacy($0) }
    for envelope in try standing(subjects, types) {
      let event = envelope.event
      if case .candidateSummoned(let data) = event.fact {
        if event.judged == nil { juries.insert(data.jury) }
      } else if case .subject(.certificate(let number)) = event.fact.payload.introduces {
        evidence.insert(number.text)
      }
    }
    var days: [JuryID: CalendarDate] = [:]
    let sessions = juries.sorted().map { Subject.jury($0) }
    for envelope in try standing(sessions, [.juryConvened, .juryRescheduled]) {
      if case .juryConvened(let data) = envelope.event.fact {
        days[data.jury] = data.sessionOn
      } else if case .juryRescheduled(let data) = envelope.event.fact {
        days[data.jury] = data.sessionOn
      }
    }
    return evidence.union(days.values.map(\.description))
  }

  private func standing(_ subjects: [Subject], _ types: [EventType]) throws -> [Envelope] {
    try log.events(subjects, types, through: last)
      .filter { !timeless.annulled.contains($0.event.id) }
  }
}
