public import Events

// Conveniences for reading a few events, common to all stores.
extension EventLog {
  /// Calls the closure with the event at a position and its bytes.
  ///
  /// Cost: one query.
  ///
  /// - Returns: the closure's result; nil if the log has no event there.
  public func read<Value>(
    at position: Position, _ body: (StoredEvent) throws -> Value
  ) throws -> Value? {
    var value: Value?
    try read(EventQuery(from: position, through: position)) { value = try body($0) }
    return value
  }

  /// The event at a position, or nil.
  ///
  /// Cost: one query.
  public func event(at position: Position) throws -> Envelope? {
    try read(at: position) { try $0.envelope() }
  }

  /// The event with an id, or nil.
  ///
  /// Cost: two queries.
  public func event(_ id: EventID) throws -> Envelope? {
    try position(of: id).flatMap { try event(at: $0) }
  }

  /// The first matching event in the query's order, or nil; the query's limit is ignored.
  public func first(_ query: EventQuery) throws -> Envelope? {
    var query = query
    query.limit = 1
    return try events(query).first
  }

  /// The matching events in the query's order, all in memory: for small results.
  public func events(_ query: EventQuery) throws -> [Envelope] {
    var events: [Envelope] = []
    try read(query) { events.append(try $0.envelope()) }
    return events
  }
}
