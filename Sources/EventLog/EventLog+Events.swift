public import Events

// Readings of a few events, written once for every store and every caller.
extension EventLog {
  /// Hands the event at a position to the closure, with the bytes that were hashed.
  ///
  /// Cost: one reading.
  ///
  /// - Returns: what the closure returns; nil where the log holds no event there.
  public func read<Value>(
    at position: Position, _ body: (StoredEvent) throws -> Value
  ) throws -> Value? {
    var value: Value?
    try read(EventQuery(from: position, through: position)) { value = try body($0) }
    return value
  }

  /// The event at a position; nil where the log holds none.
  ///
  /// Cost: one reading.
  public func event(at position: Position) throws -> Envelope? {
    try read(at: position) { try $0.envelope() }
  }

  /// The event of an id; nil where the log holds none.
  ///
  /// Cost: two readings.
  public func event(_ id: EventID) throws -> Envelope? {
    try position(of: id).flatMap { try event(at: $0) }
  }

  /// The first event that matches, in the query's order.
  public func first(_ query: EventQuery) throws -> Envelope? {
    var query = query
    query.limit = 1
    return try events(query).first
  }

  /// The events that match, in the query's order: for few, as they are all kept in memory.
  public func events(_ query: EventQuery) throws -> [Envelope] {
    var events: [Envelope] = []
    try read(query) { events.append(try $0.envelope()) }
    return events
  }
}
