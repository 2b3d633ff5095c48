public import EventLog
public import Events
internal import Projections
public import Rules

extension EventLog {
  /// Every rule checked over the recorded history, as of a day and a state of knowledge: by position,
  /// then by rule.
  ///
  /// Cost: one fold of the whole log, some tens of thousands of events a second.
  ///
  /// - Parameter progress: called now and then with the number of events judged.
  public func findings(
    on day: CalendarDate, known: Position, progress: (Int) -> Void = { _ in }
  ) throws -> [Finding] {
    var lasting: [Envelope] = []
    try read(EventQuery(types: TimelessFacts.types, through: known)) {
      lasting.append(try $0.envelope())
    }
    let timeless = TimelessFacts(lasting)
    var introduced = IntroducedIDs()
    try read(EventQuery(types: IntroducedIDs.types, through: known)) { stored in
      let envelope = try stored.envelope()
      if !timeless.annulled.contains(envelope.event.id) { introduced.take(envelope) }
    }
    var judging = DayByDay(JudgingState(timeless, introduced))
    var count = 0
    try read(EventQuery(through: known, onOrBefore: day, order: .fold)) { stored in
      judging.take(try stored.envelope())
      count += 1
      if count.isMultiple(of: 4096) { progress(count) }
    }
    return judging.findings(on: day)
  }

  /// The findings at some positions, as the whole history tells them, read by subject.
  ///
  /// Cost: some ten to forty index reads for each position.
  public func findings(
    at positions: [Position], on day: CalendarDate, known: Position
  ) throws -> [Finding] {
    var findings: [Finding] = []
    for position in positions {
      guard let envelope = try first(EventQuery(from: position, through: position)),
        envelope.event.occurredOn <= day
      else { continue }
      var excerpt = Excerpt(of: self, known: known)
      try excerpt.read(envelope.event.fact.subjects, [envelope.event.fact.type, .eventAnnulled])
      try excerpt.read(for: envelope.event.fact)
      let entry = Entry(envelope)
      let state = excerpt.state(before: entry)
      if state.isAnnulled(entry) { continue }
      findings += state.findings(of: entry)
      guard case .certificationAwarded(let data) = envelope.event.fact else { continue }
      findings += excerpt.state(on: day).findings(on: day, of: [data.candidacy])
        .filter { $0.position == position }
    }
    return findings.eachOnce
  }
}

/// Judges events that come in fold order: a day's events are opened together, then judged one by one.
struct DayByDay {
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

extension [Finding] {
  /// By position, then by rule, each rule once for an entry.
  fileprivate var eachOnce: [Finding] {
    var seen: [Position: Set<RuleID>] = [:]
    return filter { seen[$0.position, default: []].insert($0.rule).inserted }
      .sorted { ($0.position, $0.rule) < ($1.position, $1.rule) }
  }
}
