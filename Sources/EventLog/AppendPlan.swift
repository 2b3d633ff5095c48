public import Events

/// What a batch becomes before a store writes it: the position of each event, and the instant of each
/// new one. One judgement for every store, so that all refuse alike.
///
/// In order: ids taken by another content; the condition, unless the whole batch is a retry; then,
/// event by event, the clock, the day, and an annulment's entry and subjects.
public struct AppendPlan: Equatable, Sendable {
  /// A new event, to be written.
  public struct Addition: Equatable, Sendable {
    /// Its index in the batch.
    public let index: Int
    /// The place it takes.
    public let position: Position
    /// The instant it is taken in at.
    public let recordedAt: Instant
    /// What is noted about the clock; nil where the instant is the clock's own.
    public let clock: ClockMark?
  }

  /// The position of each event of the batch, in their order, old or new.
  public private(set) var positions: [Position] = []
  /// The new events, in their order.
  public private(set) var additions: [Addition] = []

  /// What the append answers once the additions are written.
  public var receipt: AppendReceipt {
    AppendReceipt(positions: positions, appended: additions.count)
  }

  /// Judges a batch, while the store's lock for writing is held.
  ///
  /// Cost: one lookup of each id, and of each annulled entry.
  ///
  /// - Parameters:
  ///   - last: the log's last position.
  ///   - lastRecordedAt: its instant; nil for an empty log.
  ///   - clock: asked once for each new event, in order.
  ///   - trust: how far the clock is believed.
  ///   - store: what the log holds already.
  /// - Throws: ``LogFailure``; nothing may be written then.
  public init<Store: AppendLookup & ~Copyable>(
    of events: [EncodedEvent], unless condition: AppendCondition?, after last: Position,
    recordedAt lastRecordedAt: Instant?, clock: () -> Instant, trust: ClockTrust,
    in store: borrowing Store
  ) throws(LogFailure) {
    let firstSeen = try place(events, after: last, in: store)
    if additions.isEmpty { return }
    if let condition, condition.after < last {
      for query in condition.following {
        if let position = try store.firstMatch(query) { throw .conditionFailed(by: position) }
      }
    }
    var instants = RecordingInstants(after: lastRecordedAt, trust: trust)
    for number in additions.indices {
      let (index, position) = (additions[number].index, additions[number].position)
      let event = events[index].event
      let instant = try instants.next(clock: clock())
      guard event.occurredOn <= instant.latestDay else { throw .notYet(index: index) }
      if let mark = instant.mark, !events[index].fits(with: mark) {
        throw .tooLongToMark(index: index)
      }
      if case .eventAnnulled(let annulment) = event.fact {
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

  /// Gives each event its position: its first one, or the next.
  ///
  /// - Returns: the index at which each id of the batch stands first.
  private mutating func place<Store: AppendLookup & ~Copyable>(
    _ events: [EncodedEvent], after last: Position, in store: borrowing Store
  ) throws(LogFailure) -> [EventID: Int] {
    var firstSeen = [EventID: Int](minimumCapacity: events.count)
    var next = last.next
    for (index, event) in events.enumerated() {
      if let earlier = firstSeen[event.event.id] {
        let position = positions[earlier]
        guard try events[earlier].content(position) == event.content(position) else {
          throw .idTaken(index: index, by: position)
        }
        positions.append(position)
        continue
      }
      firstSeen[event.event.id] = index
      if let entry = try store.entry(event.event.id) {
        guard try entry.content() == event.content(entry.position) else {
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
  /// The queries for the first event that fails the append.
  fileprivate var following: [EventQuery] {
    queries.map { query in
      var following = query
      following.from = max(query.from, after.next)
      following.order = .position
      following.limit = 1
      return following
    }
  }
}
