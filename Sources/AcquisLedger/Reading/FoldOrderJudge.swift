internal import Events
internal import Rules

/// Judges events that come in fold order: a day's events are opened together, then judged one by one.
struct FoldOrderJudge {
  private var state: JudgingState
  private var day: [Envelope] = []
  private var found: [Finding] = []

  init(_ state: JudgingState) { self.state = state }

  mutating func take(_ envelope: Envelope) {
    if let first = day.first, first.event.occurredOn != envelope.event.occurredOn { judge() }
    day.append(envelope)
  }

  /// Every finding, and those that time alone brings by a day.
  mutating func findings(on day: CalendarDate) -> [Finding] {
    judge()
    return (found + state.findings(on: day)).eachOnce
  }

  private mutating func judge() {
    for envelope in day { state.open(envelope) }
    for envelope in day {
      let entry = Entry(envelope)
      if !state.isAnnulled(entry) { found += state.findings(of: entry) }
      state.apply(envelope)
    }
    day.removeAll(keepingCapacity: true)
  }
}
