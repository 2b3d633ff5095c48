internal import Cryptography
internal import EventLog
internal import Events
internal import SQLite
internal import TransparencyLog

extension LogFile {
  /// Calls the closure with the matching events in the query's order, until it returns false. Call
  /// it in a transaction.
  ///
  /// Cost: a query without subjects or types scans the table or the day index and keeps nothing in
  /// memory. Any other collects the matching positions, 8 bytes each, then looks up each event.
  func each(
    _ query: EventQuery, _ body: (StoredEvent) -> Bool
  ) throws(LogFailure) {
    let range = query.range(upTo: tail.last)
    let limit = query.limit.map { max(0, $0) } ?? .max
    if range.isEmpty || limit == 0 { return }
    guard let found = try candidates(query, in: range) else {
      return try stream(query, in: range, limit: limit, body)
    }
    for position in found.prefix(limit) {
      try sqlite { () throws(SQLiteFailure) in try statements.byPosition.bind(position, at: 1) }
      guard try deliver(from: statements.byPosition, for: query, body) else { return }
    }
  }

  private func stream(
    _ query: EventQuery, in range: Range<Int64>, limit: Int, _ body: (StoredEvent) -> Bool
  ) throws(LogFailure) {
    switch query.order {
    case .position: try stream(statements.inOrder, query, range, limit, body)
    case .fold: try stream(statements.inFoldOrder, query, range, limit, body)
    }
  }

  private func stream(
    _ statement: borrowing Statement, _ query: EventQuery, _ range: Range<Int64>, _ limit: Int,
    _ body: (StoredEvent) -> Bool
  ) throws(LogFailure) {
    do throws(SQLiteFailure) {
      try statement.bind(range, at: 1)
      try statement.bind(query.days.first, at: 3)
      try statement.bind(query.days.last, at: 4)
      try statement.bind(Int64(limit), at: 5)
    } catch {
      throw LogFailure(error, timeout: timeout)
    }
    _ = try deliver(from: statement, for: query, body)
  }

  /// Steps through a bound statement whose columns are ``Statements/row`` and calls the closure
  /// with each event.
  ///
  /// Compares the bytes with the stored leaf hash (if `checksHashes`) and the type with the query's
  /// types here; id, day, instant and subjects are compared in ``StoredEvent/envelope()``.
  ///
  /// - Returns: false if the closure returned false.
  /// - Throws: ``LogFailure/defect(_:)`` for an event that disagrees;
  ///   ``LogFailure/unreadable(_:_:)`` for a type that this program does not know.
  func deliver(
    from statement: borrowing Statement, for query: EventQuery, _ body: (StoredEvent) -> Bool
  ) throws(LogFailure) -> Bool {
    while true {
      do throws(SQLiteFailure) {
        guard try statement.step() else { return true }
      } catch {
        throw LogFailure(error, timeout: timeout)
      }
      let position = Position(statement.integer(0))
      guard let type = names.type(statement.integer(1)) else {
        defer { statement.reset() }
        throw unreadable(position, type: statement.integer(1))
      }
      guard query.types.isEmpty || query.types.contains(type) else {
        defer { statement.reset() }
        throw .defect(LogDefect(.column(.type), at: position))
      }
      let bytes = unsafe statement.bytes(2)
      if query.checksHashes, try unsafe !matchesHash(bytes, statement.bytes(4)) {
        defer { statement.reset() }
        throw .defect(LogDefect(.bytes, at: position))
      }
      guard let id = unsafe EventID(statement.bytes(5)) else {
        defer { statement.reset() }
        throw .defect(LogDefect(.column(.id), at: position))
      }
      let event = unsafe StoredEvent(
        position: position, type: type, bytes: bytes,
        columns: .init(
          id: id, occurredOn: statement.integer(3), recordedAt: statement.integer(6)),
        foundBy: query.subjects)
      guard body(event) else {
        statement.reset()
        return false
      }
    }
  }

  /// Whether the bytes match the stored leaf hash.
  private func matchesHash(
    _ bytes: UnsafeRawBufferPointer, _ hashes: UnsafeRawBufferPointer
  ) throws(LogFailure) -> Bool {
    guard hashes.count >= 32 else { return false }
    let leaf = try hashing { () throws(CryptographyFailure) in try unsafe hash.leaf(bytes) }
    return unsafe leaf == Digest(UnsafeRawBufferPointer(rebasing: hashes[..<32]))
  }

  private func unreadable(_ position: Position, type key: Int64) -> LogFailure {
    guard let name = names.unknownTypes[key] else {
      return .damaged("no name for the type at position \(position)")
    }
    return .unreadable(position, ReadingFailure(.unknownType(name), path: ["type"]))
  }
}

extension EventQuery {
  /// The requested positions that exist.
  fileprivate func range(upTo last: Position) -> Range<Int64> {
    let first = max(1, from.number)
    let end = min(through ?? last, last).number
    return first <= end ? first..<end + 1 : 1..<1
  }

  /// The first and the last requested day; none is requested if the last is before the first. Without a
  /// limit, also numbers that are no day: such a row is a defect to be found.
  var days: (first: Int64, last: Int64) {
    (
      onOrAfter.map { Int64($0.dayNumber) } ?? .min, onOrBefore.map { Int64($0.dayNumber) } ?? .max
    )
  }
}

extension Statement {
  /// Binds the first and the last position of a range to two consecutive parameters.
  func bind(_ range: Range<Int64>, at index: Int32) throws(SQLiteFailure) {
    try bind(range.lowerBound, at: index)
    try bind(range.upperBound - 1, at: index + 1)
  }
}
