public import Events

/// What an append will write: the position of each event of a batch, and the instant of each new
/// one. All stores use it, so that all refuse the same batches.
///
/// Checks in this order: ids already used for another content; the condition, unless the whole
/// batch is a retry; then for each new event the clock, the day, and an annulment's target and
/// subjects.
public struct AppendPlan: Equatable, Sendable {
  /// A new event, still to be written.
  public struct Addition: Equatable, Sendable {
    /// In the batch, from 0.
    public let index: Int
    public let position: Position
    public let recordedAt: Instant
    /// The mark to store with the event; nil if the clock was believed.
    public let clock: ClockMark?
  }

  /// The position of each event of the batch, in its order, including events already in the log.
  public private(set) var positions: [Position] = []
  /// The new events, in the order of the batch.
  public private(set) var additions: [Addition] = []

  /// The result of the append once the additions are written.
  public var receipt: AppendReceipt {
    AppendReceipt(positions: positions, appended: additions.count)
  }

  /// Checks a batch. The caller holds the store's write lock.
  ///
  /// Cost: one lookup for each id and for each annulled event, and one query for each query of the
  /// condition.
  ///
  /// - Parameters:
  ///   - last: the log's last position.
  ///   - lastRecordedAt: the instant of the last event; nil for an empty log.
  ///   - clock: called once for each new event, in order.
  ///   - store: the events already in the log.
  /// - Throws: ``LogFailure``: one of the cases about events. The store must write nothing then.
  public init<Store: AppendLookup & ~Copyable>(
    of events: [EncodedEvent], unless condition: AppendCondition?, after last: Position,
    recordedAt lastRecordedAt: Instant?, clock: () -> Instant, trust: ClockTrust,
    in store: borrowing Store
  ) throws(LogFailure) {
    var instants = RecordingInstants(after: lastRecordedAt, trust: trust)
    try self.init(
      of: events, unless: condition, after: last, dating: &instants, clock: clock, in: store)
  }

  /// Checks a part of a stream. The store has the parts before it; the instants continue theirs.
  ///
  /// - Throws: ``LogFailure``, whose index counts from the beginning of this part.
  public init<Store: AppendLookup & ~Copyable>(
    of events: [EncodedEvent], unless condition: AppendCondition? = nil, after last: Position,
    dating instants: inout RecordingInstants, clock: () -> Instant, in store: borrowing Store
  ) throws(LogFailure) {
    let firstSeen = try assignPositions(events, after: last, in: store)
    if additions.isEmpty { return }
    if let condition, condition.after < last {
      for query in condition.conflictQueries {
        if let position = try store.firstMatch(query) { throw .conditionFailed(by: position) }
      }
    }
    for number in additions.indices {
      let (index, position) = (additions[number].index, additions[number].position)
      let instant = try instants.next(clock: clock())
      guard events[index].event.occurredOn <= instant.latestDay else {
        throw .notYet(index: index)
      }
      if let mark = instant.mark, !events[index].fits(with: mark) {
        throw .tooLongToMark(index: index)
      }
      if events[index].type == .eventAnnulled,
        case .eventAnnulled(let annulment) = events[index].event.fact
      {
        let subjects: [Subject]?
        if let earlier = firstSeen[annulment.event], earlier < index {
          subjects = events[earlier].subjects
        } else {
          subjects = try store.entry(annulment.event)?.subjects()
        }
        guard let subjects else { throw .unknownEntry(index: index) }
        try annulment.check(entrySubjects: subjects, index: index)
      }
      additions[number] = Addition(
        index: index, position: position, recordedAt: instant.recordedAt, clock: instant.mark)
    }
  }

  /// Sets the position of each event: the existing one of a retry, otherwise the next free one.
  ///
  /// - Returns: the index of the first event of the batch with each id.
  private mutating func assignPositions<Store: AppendLookup & ~Copyable>(
    _ events: [EncodedEvent], after last: Position, in store: borrowing Store
  ) throws(LogFailure) -> [EventID: Int] {
    var firstSeen = [EventID: Int](minimumCapacity: events.count)
    positions.reserveCapacity(events.count)
    additions.reserveCapacity(events.count)
    var next = last.next
    for index in events.indices {
      let id = events[index].event.id
      if let earlier = firstSeen.updateValue(index, forKey: id) {
        firstSeen[id] = earlier
        let position = positions[earlier]
        guard try events[earlier].content(position) == events[index].content(position) else {
          throw .idTaken(index: index, by: position)
        }
        positions.append(position)
        continue
      }
      if let entry = try store.entry(id) {
        guard try entry.content() == events[index].content(entry.position) else {
          throw .idTaken(index: index, by: entry.position)
        }
        positions.append(entry.position)
      } else {
        positions.append(next)
        additions.append(Addition(index: index, position: next, recordedAt: .epoch, clock: nil))
        next = next.next
      }
    }
    return firstSeen
  }
}

extension AppendCondition {
  /// Queries for the first event after ``AppendCondition/after`` that violates the condition.
  fileprivate var conflictQueries: [EventQuery] {
    queries.map { query in
      var following = query
      following.from = max(query.from, after.next)
      following.order = .position
      following.limit = 1
      return following
    }
  }
}
