public import EventLog
public import Events
internal import PostgreSQL
internal import Synchronization

extension PostgresLog {
  public func append(
    _ events: [EncodedEvent], unless condition: AppendCondition?
  ) throws(LogFailure) -> AppendReceipt {
    guard access == .readWrite else { throw LogFailure.readOnly }
    if events.isEmpty { return AppendReceipt(positions: [], appended: 0) }
    return try withSession { [clock, trust] (session) throws(LogFailure) in
      try session.append(events, unless: condition, clock: clock, trust: trust)
    }
  }

  public func append(
    _ events: [EncodedEvent], unless condition: AppendCondition?,
    once step: (Instant) throws -> Void
  ) throws -> AppendReceipt {
    guard access == .readWrite else { throw LogFailure.readOnly }
    if events.isEmpty { return AppendReceipt(positions: [], appended: 0) }
    let receipt = try capturingError(step) { step in
      // Not repeated: the side effect may have been done.
      try withSession(isRepeatable: { false }) { [clock, trust] (session) throws(LogFailure) in
        try session.append(events, unless: condition, clock: clock, trust: trust) {
          step($0) != nil
        }
      }
    }
    guard let receipt else { throw LogFailure.damaged("no receipt") }
    return receipt
  }

  public func appendStream(_ next: () throws -> [EncodedEvent]?) throws -> AppendReceipt {
    guard access == .readWrite else { throw LogFailure.readOnly }
    func answer(_: Void) throws -> [EncodedEvent]? { try next() }
    let receipt = try capturingError(answer) { next in
      try withSession(isRepeatable: { false }) { [clock, trust] (session) throws(LogFailure) in
        try session.appendStream(clock: clock, trust: trust) { next(()) }
      }
    }
    guard let receipt else { throw LogFailure.damaged("no receipt") }
    return receipt
  }

  public func restore(_ next: () throws -> RestoredEvent?) throws -> LogHead {
    guard access == .readWrite else { throw LogFailure.readOnly }
    func answer(_: Void) throws -> RestoredEvent? { try next() }
    let head = try capturingError(answer) { next in
      try withSession(isRepeatable: { false }) { (session) throws(LogFailure) in
        try session.restore { next(()) }
      }
    }
    guard let head else { throw LogFailure.damaged("no head") }
    return head
  }

  public func movedTo() throws(LogFailure) -> String? {
    try withSession { (session) throws(LogFailure) in try session.movedTo() }
  }

  public func leave(for place: String, once copy: (LogHead) throws -> Void) throws {
    guard access == .readWrite else { throw LogFailure.readOnly }
    try capturingError(copy) { copy in
      try withSession(isRepeatable: { false }) { (session) throws(LogFailure) in
        _ = try session.transaction { (session) throws(LogFailure) -> Bool? in
          let right = try session.rows(
            "SELECT has_function_privilege('leave(bigint, text)', 'EXECUTE')")
          // Before anything is copied.
          guard right.boolean(0, 0) else {
            throw .server(.notPermitted("permission denied for function leave"))
          }
          try session.hold()
          if let moved = try session.movedTo() { throw .moved(to: moved) }
          guard copy(try session.head()) != nil else { return false }
          let left = try session.rows(
            "SELECT leave($1, $2)", [.integer(session.tail.last.number), .text(place)])
          guard left.count == 1, left.boolean(0, 0) else { throw .damaged("the function leave") }
          return true
        }
      }
    }
  }

  /// Gives the new ledger its name: from then on others find it.
  ///
  /// - Throws: ``LogFailure/alreadyThere`` if another ledger has the name by now.
  public func publish() throws(LogFailure) {
    try withSession { [address] (session) throws(LogFailure) in
      try session.publish(as: address.name)
    }
    isDraft.withLock { $0 = false }
  }
}
