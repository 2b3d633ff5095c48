internal import Events
internal import Projections
internal import Rules

/// Judges events given in fold order. The events of a day are first opened together, then judged one by
/// one.
struct FoldOrderJudge {
  private var state: JudgingState
  private var day: [(envelope: Envelope, isJudged: Bool)] = []
  private var found: [Finding] = []

  init(_ state: JudgingState) { self.state = state }

  /// - Parameter isJudged: false for an event that others are judged by and that is judged elsewhere.
  mutating func take(_ envelope: Envelope, isJudged: Bool = true) {
    if let first = day.first?.envelope, first.event.occurredOn != envelope.event.occurredOn {
      judge()
    }
    day.append((envelope, isJudged))
  }

  /// Every finding, including rules broken by time alone by a day.
  mutating func findings(on day: CalendarDate) -> [Finding] {
    judge()
    return (found + state.findings(on: day)).eachOnce
  }

  /// The fold of every event judged; call it after ``findings(on:)``, which judges the last day.
  var folded: LedgerState { state.before }

  private mutating func judge() {
    for (envelope, _) in day { state.open(envelope) }
    for (envelope, isJudged) in day {
      let entry = Entry(envelope)
      if isJudged, !state.isAnnulled(entry) { found += state.findings(of: entry) }
      state.apply(envelope)
    }
    day.removeAll(keepingCapacity: true)
  }
}
