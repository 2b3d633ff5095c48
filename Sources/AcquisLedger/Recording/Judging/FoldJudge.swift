package import EventLog
package import Events
internal import Projections
package import Rules

/// Judges commands in the order in which they are recorded by a fold of the whole log in memory: the verdicts
/// that ``JudgedBatch`` gives by reading the log, without reading it.
///
/// ```swift
/// var judge = try FoldJudge(log)
/// let judgement = try judge.judgement(on: entry)
/// judge.take(envelope)  // judged and to be appended, or imported
/// … try log.append(…); judge.appended()
/// ```
///
/// Events may come late: the fold is in order for each person and each jury (``FoldedDays``). An entry that the
/// fold is too far for is judged by what is read by subject, as ``JudgedBatch`` does. An annulment, a merge or a
/// registered certification changes what the fold rests on: it is made anew for the next command.
///
/// Nobody else may append meanwhile.
///
/// Cost: some tens of microseconds a command in order, some hundred otherwise; a fold of the whole log to begin, and after
/// annulments, merges and registered certifications. Memory: two or three kilobytes a candidacy.
package struct FoldJudge {
  private let log: any EventLog
  private var state: JudgingState
  private var days = FoldedDays()
  /// The last position of the log.
  private var known: Position
  /// What was taken and is not in the log yet, in order of position.
  private var pending: [Envelope] = []
  private var pendingBySubject = PendingEvents()
  private var isOutdated = false
  /// How many commands were judged by reading the log.
  package private(set) var readBySubject = 0
  /// How often the whole log was folded.
  package private(set) var foldings = 0

  /// - Throws: ``LogFailure``, and what an event that cannot be read throws.
  package init(_ log: any EventLog) throws {
    self.log = log
    known = try log.head().last
    state = JudgingState(TimelessFacts([]), IntroducedIDs(), SelectionFacts())
    try fold()
  }

  /// The position that the next event taken has.
  package var next: Position { Position(known.number + Int64(pending.count) + 1) }

  /// The verdict on an entry at the ``next`` position.
  package mutating func judgement(on entry: Entry) throws -> Judgement {
    let isTimeless = TimelessFacts.types.contains(entry.event.fact.type)
    // Of several annulments in a row, each is read for: one fold after them is enough.
    if isOutdated, !isTimeless { try fold() }
    if !isTimeless, days.areBefore(entry.event) { return Judgement(on: entry, in: state) }
    readBySubject += 1
    var boundary = ConsistencyBoundary(of: log, known: known, pending: pendingBySubject)
    if isTimeless {
      try boundary.read(for: entry.event.fact)
      return Judgement(on: entry, in: boundary.state(before: entry))
    }
    // Every certificate of the log would be read to learn whether a number is taken.
    try boundary.read(for: entry.event.fact, except: [.introducedIDs])
    return Judgement(
      on: entry, in: boundary.state(before: entry, introduced: state.introducedIDs))
  }

  /// Adds an event: the ``next`` one of the log, to be appended before the judge is asked to forget it.
  package mutating func take(_ envelope: Envelope) {
    pending.append(envelope)
    pendingBySubject.append(envelope)
    if TimelessFacts.types.contains(envelope.event.fact.type) { isOutdated = true }
    if !isOutdated { add(envelope) }
  }

  /// Notes that all events taken were appended.
  package mutating func appended() {
    known = Position(known.number + Int64(pending.count))
    pending.removeAll(keepingCapacity: true)
    pendingBySubject = PendingEvents()
  }

  /// Forgets the events that were taken and not appended; the log is folded anew for the next command.
  package mutating func forget() {
    if pending.isEmpty { return }
    pending.removeAll(keepingCapacity: true)
    pendingBySubject = PendingEvents()
    isOutdated = true
  }

  private mutating func add(_ envelope: Envelope) {
    if !days.add(envelope.event) { isOutdated = true }
    state.learn(envelope)
    state.open(envelope)
    state.apply(envelope)
  }

  /// Folds the log and what is pending.
  private mutating func fold() throws {
    foldings += 1
    isOutdated = false
    let timeless = TimelessFacts(
      try log.events(EventQuery(types: TimelessFacts.types, through: known)) + pending)
    state = JudgingState(timeless, IntroducedIDs(), SelectionFacts())
    days = FoldedDays()
    var waiting = pending.inFoldOrder[...]
    var day: [Envelope] = []
    try log.read(EventQuery(through: known, order: .fold)) { stored in
      let envelope = try stored.envelope()
      while let first = waiting.first, Moment(first) < Moment(envelope) {
        fold(first, &day)
        waiting.removeFirst()
      }
      fold(envelope, &day)
    }
    for envelope in waiting { fold(envelope, &day) }
    fold(&day)
  }

  /// Folds the events of a day once one of another day comes.
  private mutating func fold(_ envelope: Envelope, _ day: inout [Envelope]) {
    if let first = day.first, first.event.occurredOn != envelope.event.occurredOn { fold(&day) }
    day.append(envelope)
  }

  private mutating func fold(_ day: inout [Envelope]) {
    for envelope in day {
      // In fold order, so that nothing is out of order.
      _ = days.add(envelope.event, isDayKnown: true)
      if !state.timeless.annulled.contains(envelope.event.id) { state.learn(envelope) }
      state.open(envelope)
    }
    for envelope in day { state.apply(envelope) }
    day.removeAll(keepingCapacity: true)
  }
}
