public import EventLog
public import Events
internal import Projections
public import Rules

extension EventLog {
  /// The findings of every rule over the whole history, as of a day and a last known position:
  /// breaches before notices, by position, then by rule.
  ///
  /// Cost: one fold of the whole log, some tens of thousands of events a second.
  ///
  /// - Parameter progress: called every 4,096 events with the number judged.
  public func findings(
    on day: CalendarDate, known: Position, progress: (Int) -> Void = { _ in }
  ) throws -> [Finding] {
    let timeless = try timelessFacts(through: known)
    var (introduced, selections) = (IntroducedIDs(), SelectionFacts())
    let types =
      IntroducedIDs.types + IntroducedIDs.typesUnderCertification + SelectionFacts.types
    try read(EventQuery(types: types, through: known)) { stored in
      let envelope = try stored.envelope()
      if timeless.annulled.contains(envelope.event.id) { return }
      introduced.take(envelope)
      selections.take(envelope)
    }
    var judging = FoldOrderJudge(JudgingState(timeless, introduced, selections))
    var count = 0
    try read(EventQuery(through: known, onOrBefore: day, order: .fold)) { stored in
      judging.take(try stored.envelope())
      count += 1
      if count.isMultiple(of: 4096) { progress(count) }
    }
    return judging.findings(on: day)
  }

  /// The findings at some positions, equal to those of a fold of the whole history, read by subject.
  ///
  /// Cost: ten to forty index reads for each position.
  public func findings(
    at positions: [Position], on day: CalendarDate, known: Position
  ) throws -> [Finding] {
    var findings: [Finding] = []
    for position in positions {
      guard let envelope = try event(at: position),
        envelope.event.occurredOn <= day
      else { continue }
      var boundary = ConsistencyBoundary(of: self, known: known)
      // The entry itself, and its annulments.
      try boundary.read(envelope.event.fact.subjects, [envelope.event.fact.type, .eventAnnulled])
      try boundary.read(for: envelope.event.fact)
      let entry = Entry(envelope)
      let state = boundary.state(before: entry)
      if state.isAnnulled(entry) { continue }
      findings += state.findings(of: entry)
      let type = envelope.event.fact.type
      let lasting = RuleBook.lastingScopes(of: type)
      guard type == .certificationAwarded || lasting != nil,
        let candidacy = envelope.event.fact.candidacy
      else { continue }
      if type == .certificationAwarded { try boundary.readPersons(of: envelope.event.fact) }
      try boundary.read(lasting ?? [], for: envelope.event.fact)
      findings += boundary.state(on: day).findings(on: day, of: [candidacy])
        .filter { $0.position == position }
    }
    return findings.eachOnce
  }

  /// The findings about the entries of an append, with everything that is known now.
  ///
  /// Read by subject for a few entries, by one fold of the whole log for many, which gives the same
  /// findings; the cheaper of the two is used.
  ///
  /// - Parameter receipt: the append's; its entries that were in the log before are included.
  public func findings(
    causedBy receipt: AppendReceipt, on day: CalendarDate
  ) throws -> [Finding] {
    let last = try head().last
    let positions = Set(receipt.positions)
    if Int64(positions.count) * Self.eventsFoldedPerRead < last.number {
      return try findings(at: positions.sorted(), on: day, known: last)
    }
    return try findings(on: day, known: last).filter { positions.contains($0.position) }
  }

  /// How many events a fold of the whole log judges in the time in which one entry is read and judged by
  /// subject.
  private static var eventsFoldedPerRead: Int64 { 16 }
}

extension [Finding] {
  /// Breaches before notices, by position, then by rule; each rule once for an entry.
  var eachOnce: [Finding] {
    var seen: [Position: Set<RuleID>] = [:]
    return filter { seen[$0.position, default: []].insert($0.rule).inserted }
      .sorted { ($0.weight, $0.position, $0.rule) < ($1.weight, $1.position, $1.rule) }
  }
}
