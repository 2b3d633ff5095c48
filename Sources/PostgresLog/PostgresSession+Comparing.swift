internal import EventLog
internal import Events
internal import PostgreSQL

/// What a batch is compared with: entries read in one statement before it is planned, and of a stream those of its
/// parts before.
extension PostgresSession: AppendLookup {
  /// Whether a batch cannot be planned from the end of the log alone: an annulment names an entry, or the condition
  /// was read before the end that is known.
  func needsComparing(_ events: [EncodedEvent], _ condition: AppendCondition?) -> Bool {
    if let condition, condition.after < tail.last { return true }
    return events.contains { $0.type == .eventAnnulled }
  }

  /// Reads the entries that have ids of the events, and those that the events annul.
  mutating func compare(with events: [EncodedEvent]) throws(LogFailure) {
    var ids: [EventID] = []
    ids.reserveCapacity(events.count)
    for event in events {
      ids.append(event.event.id)
      if event.type == .eventAnnulled, case .eventAnnulled(let data) = event.event.fact {
        ids.append(data.event)
      }
    }
    let found = try rows(
      "SELECT position, id, bytes FROM event WHERE id = ANY ($1)", [.byteStrings(ids.map(\.bytes))])
    compared = [:]
    for row in 0..<found.count {
      guard let id = unsafe EventID(found.bytes(row, 1)) else {
        throw .defect(LogDefect(.column(.id), at: Position(found.integer(row, 0))))
      }
      compared[id] = try LogEntry(
        position: Position(found.integer(row, 0)), bytes: unsafe Array(found.bytes(row, 2))
      ).checked(id: id)
    }
  }

  /// Adds an event that is about to be written.
  mutating func compare(with event: EncodedEvent, _ addition: AppendPlan.Addition) {
    compared[event.event.id] = LogEntry(
      position: addition.position,
      bytes: event.bytes(recordedAt: addition.recordedAt, clock: addition.clock))
  }

  func entry(_ id: EventID) throws(LogFailure) -> LogEntry? { compared[id] }

  func firstMatch(_ query: EventQuery) throws(LogFailure) -> Position? {
    var first = query
    (first.limit, first.order) = (1, .position)
    guard let selection = selection("position", of: first) else { return nil }
    let found = try rows(of: selection)
    return found.count == 0 ? nil : Position(found.integer(0, 0))
  }
}
