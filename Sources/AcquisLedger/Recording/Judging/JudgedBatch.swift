package import EventLog
package import Events
internal import Projections
package import Rules

/// A batch of commands judged by the rules against one state of the log, each after the ones before it.
///
/// It is appended under its ``condition``: no event that the judgement depends on was appended since.
///
/// Cost: ten to forty index reads for each command.
package struct JudgedBatch {
  /// The first command that the rules refuse, so that none is recorded; nil if all may be recorded.
  package let refused: RefusedEvent?
  /// Every command that the rules refuse, each judged as if those before it were recorded; without
  /// `goesOn` the first alone.
  package let everyRefused: [RefusedEvent]
  /// The rules that commands up to the refused one break without being refused for them.
  package let findings: [Finding]
  /// The condition that no event read for any of the commands was appended since.
  package let condition: AppendCondition

  /// Reads the events that each command depends on, and judges it.
  ///
  /// A command whose id is in the log already is a retry: it is not judged again, and nothing is read for
  /// it.
  ///
  /// - Parameters:
  ///   - now: the instant at which the commands would be recorded.
  ///   - goesOn: whether the commands after a refused one are judged too.
  /// - Throws: ``LogFailure``.
  package init(
    _ events: [EncodedEvent], in log: some EventLog, at now: Instant, goesOn: Bool = false
  ) throws {
    let last = try log.head().last
    var pending = PendingEvents()
    var queries: Set<EventQuery> = []
    var findings: [Finding] = []
    var refused: [RefusedEvent] = []
    var seen: Set<EventID> = []
    for (index, encoded) in events.enumerated() {
      let event = encoded.event
      // An id that occurred before is a retry; the log compares its content.
      if try !seen.insert(event.id).inserted || log.position(of: event.id) != nil { continue }
      let position = Position(last.number + Int64(pending.count) + 1)
      let entry = Entry(event, at: position, recordedOn: now.dayInParis)
      var boundary = ConsistencyBoundary(of: log, known: last, pending: pending)
      try boundary.read(for: event.fact)
      queries.formUnion(boundary.condition.queries)
      let judgement = Judgement(on: entry, in: boundary.state(before: entry))
      findings += judgement.findings
      if !judgement.refusals.isEmpty {
        refused.append(RefusedEvent(index: index, refusals: judgement.refusals))
        if !goesOn { break }
      }
      pending.append(Envelope(position: position, recordedAt: now, event: event))
    }
    self.refused = refused.first
    everyRefused = refused
    self.findings = findings
    condition = AppendCondition(nothingMatchingAny: Array(queries), after: last)
  }
}

/// A command that the rules refuse.
package struct RefusedEvent: Sendable {
  /// Its index in the batch, from 0.
  package let index: Int
  /// Every reason.
  package let refusals: [Refusal]
}
