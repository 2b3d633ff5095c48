internal import Cryptography
internal import EventLog
internal import Events
internal import PostgreSQL
internal import TransparencyLog

extension PostgresSession {
  /// The columns that an event is delivered from.
  private static func columns(for query: EventQuery) -> String {
    "position, type, bytes, occurred_on" + (query.isFolded ? "" : ", id, recorded_at, hashes")
  }

  /// Calls the closure with the matching events in the query's order, until it returns false.
  ///
  /// Cost: one round trip for up to ``part`` events. More come as they are read where the query has no subjects, in the
  /// memory of one row; else in parts.
  mutating func each(_ query: EventQuery, _ body: (StoredEvent) -> Bool) throws(LogFailure) {
    // What is known already, and on the disk, needs no look at the end.
    if !isDurable || query.through.map({ $0 > tail.last }) ?? true { try refresh() }
    let columns = Self.columns(for: query)
    let limit = query.limit ?? .max
    if query.subjects.isEmpty, limit > Self.part {
      guard let all = selection(columns, of: query) else { return }
      return try copy(all.sql, for: query, body)
    }
    var first = query
    first.limit = min(limit, Self.part)
    guard let selection = selection(columns, of: first) else { return }
    let found = try rows(of: selection)
    guard try deliver(found, for: query, body), found.count == Self.part, limit > Self.part
    else { return }
    var rest = query
    rest.limit = query.limit.map { $0 - Self.part }
    let row = PostgresSelection.Row(
      day: found.integer(Self.part - 1, 3), position: found.integer(Self.part - 1, 0))
    if let rest = self.selection(columns, of: rest, after: row) {
      try fetch(rest.sql, rest.values, for: query, body)
    }
  }

  /// The query in SQL, up to the known end; nil where nothing can match.
  func selection(
    _ columns: String, of query: EventQuery, after row: PostgresSelection.Row? = nil
  ) -> PostgresSelection? {
    PostgresSelection(columns, of: query, through: tail.last, types: types, after: row)
  }

  /// The rows of a query that has few; planned once where its text is one of few.
  func rows(of selection: PostgresSelection) throws(LogFailure) -> PostgresResult {
    selection.values.isEmpty
      ? try rows(selection.sql) : try planned(selection.sql, selection.values)
  }

  /// Rows fetched at once.
  static let part = 2_000

  /// The rows as the server sends them.
  private func copy(
    _ sql: String, for query: EventQuery, _ body: (StoredEvent) -> Bool
  ) throws(LogFailure) {
    var failure: LogFailure?
    try asking { () throws(PostgresFailure) in
      try connection.copyOut(sql) { row in
        do throws(LogFailure) {
          return unsafe try deliver(
            Delivered(
              position: row.integer(0), type: row.integer(1), bytes: row.bytes(2),
              occurredOn: row.integer(3),
              compared: query.isFolded ? nil : (row.bytes(4), row.integer(5), row.bytes(6))),
            for: query, body)
        } catch {
          failure = error
          return false
        }
      }
    }
    if let failure { throw failure }
  }

  /// The rows of a cursor, part by part.
  private func fetch(
    _ sql: String, _ values: [PostgresValue], for query: EventQuery,
    _ body: (StoredEvent) -> Bool
  ) throws(LogFailure) {
    try run("BEGIN READ ONLY")
    do throws(LogFailure) {
      _ = try rows("DECLARE found NO SCROLL CURSOR FOR " + sql, values)
      while true {
        let found = try rows("FETCH \(Self.part) FROM found")
        guard found.count > 0, try deliver(found, for: query, body), found.count == Self.part
        else { break }
      }
      try run("COMMIT")
    } catch {
      try? run("ROLLBACK")
      throw error
    }
  }

  /// - Returns: false if the closure returned false.
  private func deliver(
    _ found: borrowing PostgresResult, for query: EventQuery, _ body: (StoredEvent) -> Bool
  ) throws(LogFailure) -> Bool {
    for row in 0..<found.count {
      let isWanted = unsafe try deliver(
        Delivered(
          position: found.integer(row, 0), type: found.integer(row, 1), bytes: found.bytes(row, 2),
          occurredOn: found.integer(row, 3),
          compared: query.isFolded
            ? nil : (found.bytes(row, 4), found.integer(row, 5), found.bytes(row, 6))),
        for: query, body)
      guard isWanted else { return false }
    }
    return true
  }

  /// A row of the events; its buffers are the server's answer.
  @safe private struct Delivered {
    let position: Int64
    let type: Int64
    let bytes: UnsafeRawBufferPointer
    let occurredOn: Int64
    /// What the bytes are compared with; nil for a fold.
    let compared: (id: UnsafeRawBufferPointer, recordedAt: Int64, hashes: UnsafeRawBufferPointer)?
  }

  /// Compares a row's bytes with the stored leaf hash (if `checksHashes`) and its type with the query's types; id, day,
  /// instant and subjects are compared in ``StoredEvent/envelope()``.
  private func deliver(
    _ row: Delivered, for query: EventQuery, _ body: (StoredEvent) -> Bool
  ) throws(LogFailure) -> Bool {
    let position = Position(row.position)
    let type = try types.type(row.type, at: position)
    guard query.types.isEmpty || query.types.contains(type) else {
      throw .defect(LogDefect(.column(.type), at: position))
    }
    var id: EventID?
    if let compared = unsafe row.compared {
      if query.checksHashes, try unsafe !matches(compared.hashes, row.bytes) {
        throw .defect(LogDefect(.bytes, at: position))
      }
      id = unsafe EventID(compared.id)
      if id == nil { throw .defect(LogDefect(.column(.id), at: position)) }
    }
    return unsafe body(
      StoredEvent(
        position: position, type: type, bytes: row.bytes,
        columns: .init(
          id: id, occurredOn: row.occurredOn, recordedAt: row.compared?.recordedAt),
        foundBy: query.subjects))
  }

  /// Whether the bytes match the leaf hash, the first of a row's.
  private func matches(
    _ hashes: UnsafeRawBufferPointer, _ bytes: UnsafeRawBufferPointer
  ) throws(LogFailure) -> Bool {
    guard hashes.count >= 32 else { return false }
    let leaf = try hashing { () throws(CryptographyFailure) in try unsafe hash.leaf(bytes) }
    return unsafe leaf == Digest(UnsafeRawBufferPointer(rebasing: hashes[..<32]))
  }
}
