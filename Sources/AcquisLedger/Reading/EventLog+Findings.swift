public import EventLog
public import Events
internal import Projections
public import Rules

extension EventLog {
  /// The findings of every rule over the whole history, as of a day and a last known position:
  /// breaches before notices, by position, then by rule.
  ///
  /// Cost: one fold of the whole log, some tens of thousands of events a second, and one more reading of it
  /// for each 50,000 candidacies; two parts are judged at the same time where there are two cores and the
  /// store can be read by two threads. Memory: of 50,000 candidacies a thread, and of the findings.
  ///
  /// - Parameter progress: called every 4,096 events with the number judged.
  public func findings(
    on day: CalendarDate, known: Position, progress: (Int) -> Void = { _ in }
  ) throws -> [Finding] {
    // A short log is judged sooner than the store is opened once more. Where that fails, one thread reads.
    let isLong = known.number > 10_000
    let second = isLong && SecondThread.hasACore ? try? anotherReader() : nil
    return try findings(
      on: day, known: known, inPartsOf: 50_000, and: second, progress: progress)
  }

  /// The same findings, whatever the size of the parts and on one thread or on two.
  ///
  /// - Parameters:
  ///   - most: how many candidacies are judged at once by a thread.
  ///   - second: another view of the log, for a second thread; nil: one thread.
  package func findings(
    on day: CalendarDate, known: Position, inPartsOf most: Int, and second: (any EventLog)? = nil,
    progress: (Int) -> Void = { _ in }
  ) throws -> [Finding] {
    let timeless = try timelessFacts(through: known)
    var (introduced, parts) = (IntroducedIDs(), FoldParts())
    let types =
      IntroducedIDs.types + IntroducedIDs.typesUnderCertification + FoldParts.types
    try read(EventQuery(types: Array(Set(types)), through: known)) { stored in
      let envelope = try stored.envelope()
      parts.take(envelope.event.fact)
      if !timeless.annulled.contains(envelope.event.id) { introduced.take(envelope) }
    }
    parts.divide(into: most, for: second == nil ? 1 : 2)
    let judged = PartsJudge(timeless, introduced, parts, on: day, known: known)
    return try judged.findings(in: self, and: second, progress: progress)
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
      try boundary.read(envelope.event.fact.narrowSubjects, [envelope.event.fact.type])
      try boundary.read(envelope.event.fact.subjects, [.eventAnnulled])
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
  /// - Parameters:
  ///   - receipt: the append's; its entries that were in the log before are included.
  ///   - progress: called every 4,096 events of a fold with the number judged.
  public func findings(
    causedBy receipt: AppendReceipt, on day: CalendarDate, progress: (Int) -> Void = { _ in }
  ) throws -> [Finding] {
    let last = try head().last
    let ranges = receipt.ranges
    let count = ranges.reduce(0) { $0 + 1 + $1.upperBound.number - $1.lowerBound.number }
    if count * Self.eventsFoldedPerRead < last.number {
      let positions = ranges.flatMap {
        ($0.lowerBound.number...$0.upperBound.number).map(Position.init)
      }
      return try findings(at: positions, on: day, known: last)
    }
    return try findings(on: day, known: last, progress: progress).filter {
      ranges.contain($0.position)
    }
  }

  /// The findings about the entries at some positions, with everything that is known now.
  ///
  /// Cost: as ``findings(causedBy:on:progress:)``.
  public func findings(about positions: [Position], on day: CalendarDate) throws -> [Finding] {
    let last = try head().last
    if Int64(positions.count) * Self.eventsFoldedPerRead < last.number {
      return try findings(at: positions, on: day, known: last)
    }
    let wanted = Set(positions)
    return try findings(on: day, known: last).filter { wanted.contains($0.position) }
  }

  /// How many events a fold of the whole log judges in the time in which one entry is read and judged by
  /// subject.
  private static var eventsFoldedPerRead: Int64 { 16 }
}

extension Fact {
  /// Those of its subjects that the fewest entries have.
  ///
  /// By its certification an enrolment would be found with every other one: at a million entries 0.2 s.
  fileprivate var narrowSubjects: [Subject] {
    func all(_ isWanted: (Subject) -> Bool) -> [Subject]? {
      let found = subjects.filter(isWanted)
      return found.isEmpty ? nil : found
    }
    return all { if case .candidacy = $0 { true } else { false } }
      ?? all { if case .candidate = $0 { true } else { false } }
      ?? subjects
  }
}

extension [Finding] {
  /// Breaches before notices, by position, then by rule; each rule once for an entry, the first time that it
  /// is in the list.
  var eachOnce: [Finding] {
    func key(_ index: Int) -> (FindingWeight, Position, RuleID) {
      (self[index].weight, self[index].position, self[index].rule)
    }
    let order = indices.sorted { key($0) == key($1) ? $0 < $1 : key($0) < key($1) }
    var kept: [Finding] = []
    kept.reserveCapacity(count)
    for index in order {
      if let last = kept.last, last.position == self[index].position,
        last.rule == self[index].rule
      {
        continue
      }
      kept.append(self[index])
    }
    return kept
  }
}

extension [ClosedRange<Position>] {
  /// Whether one of these ascending ranges contains a position.
  ///
  /// Cost: a binary search.
  fileprivate func contain(_ position: Position) -> Bool {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].upperBound < position { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].contains(position)
  }
}
