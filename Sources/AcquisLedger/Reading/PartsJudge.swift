internal import EventLog
internal import Events
internal import Projections
internal import Rules

/// Judges the parts of a log one after the other, or two at the same time: no part reads another.
struct PartsJudge: Sendable {
  private let timeless: TimelessFacts
  private let introduced: IntroducedIDs
  private let parts: FoldParts
  private let day: CalendarDate
  private let known: Position

  /// The parts judged so far.
  private struct Judged: Sendable {
    /// The first part that no thread has taken.
    var next = 0
    /// The findings of each part, by its number.
    var findings: [[Finding]]
    /// How many events were judged.
    var count = 0
    /// Why the judgement ended early, with the part; of several failures, that of the first part.
    var failure: (part: Int, error: any Error)?
  }

  init(
    _ timeless: TimelessFacts, _ introduced: IntroducedIDs, _ parts: FoldParts,
    on day: CalendarDate, known: Position
  ) {
    self.timeless = timeless
    self.introduced = introduced
    self.parts = parts
    self.day = day
    self.known = known
  }

  /// The findings of all parts.
  ///
  /// - Parameters:
  ///   - second: another view of the log, for a second thread; nil: one thread.
  ///   - progress: called every 4,096 events with the number judged.
  func findings(
    in log: some EventLog, and second: (any EventLog)?, progress: (Int) -> Void
  ) throws -> [Finding] {
    let judged = Monitor(Judged(findings: Array(repeating: [], count: parts.count)))
    let thread = second.flatMap { second in
      SecondThread { judgeParts(in: second, judged) { _ in } }
    }
    judgeParts(in: log, judged, progress: progress)
    if let thread { thread.join() }
    let all = judged.change { $0 }
    if let failure = all.failure { throw failure.error }
    return all.findings.flatMap(\.self).eachOnce
  }

  /// Judges parts until none is left.
  private func judgeParts(
    in log: some EventLog, _ judged: Monitor<Judged>, progress: (Int) -> Void
  ) {
    while let part = judged.change({ judged in
      defer { judged.next += 1 }
      return judged.next < parts.count && judged.failure == nil ? judged.next : nil
    }) {
      let outcome = Result {
        try findings(of: part, in: log) { events in
          progress(
            judged.change {
              $0.count += events
              return $0.count
            })
        }
      }
      judged.change { judged in
        switch outcome {
        case .success(let findings): judged.findings[part] = findings
        case .failure(let error):
          if judged.failure.map({ part < $0.part }) ?? true { judged.failure = (part, error) }
        }
      }
    }
  }

  /// - Parameter progress: called every 4,096 events judged, with their number.
  private func findings(
    of part: Int, in log: some EventLog, progress: (Int) -> Void
  ) throws -> [Finding] {
    var selections = SelectionFacts()
    try log.read(EventQuery(types: SelectionFacts.types, through: known)) { stored in
      let envelope = try stored.envelope()
      guard parts.part(of: envelope.event.fact) == part,
        !timeless.annulled.contains(envelope.event.id)
      else { return }
      selections.take(envelope)
    }
    var judging = FoldOrderJudge(JudgingState(timeless, introduced, selections))
    var count = 0
    try log.read(EventQuery(through: known, onOrBefore: day, order: .fold)) { stored in
      let envelope = try stored.envelope()
      let own = parts.part(of: envelope.event.fact)
      guard (own ?? part) == part else { return }
      // What concerns nobody is folded in every part and judged once.
      let isJudged = (own ?? 0) == part
      judging.take(envelope, isJudged: isJudged)
      if isJudged { count += 1 }
      if isJudged, count.isMultiple(of: 4096) { progress(4096) }
    }
    return judging.findings(on: day)
  }
}
