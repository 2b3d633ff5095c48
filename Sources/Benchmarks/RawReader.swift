internal import CSQLite

/// Reads a ledger's file by bare C calls: the most that any reader can hope for.
final class RawReader {
  private let database: OpaquePointer
  private let inFoldOrder: OpaquePointer
  private let ofSubject: OpaquePointer

  init(_ ledger: String) throws {
    database = try RawSQLite.open(ledger)
    inFoldOrder = try RawSQLite.prepare(
      database,
      """
      SELECT bytes FROM event INDEXED BY event_by_day ORDER BY occurred_on, position LIMIT ?
      """)
    ofSubject = try RawSQLite.prepare(
      database,
      """
      SELECT bytes FROM tag CROSS JOIN event USING (position)
      WHERE subject = (SELECT key FROM subject WHERE name = ?) ORDER BY position
      """)
  }

  deinit {
    sqlite3_finalize(inFoldOrder)
    sqlite3_finalize(ofSubject)
    sqlite3_close_v2(database)
  }

  /// Reads every event in fold order and touches each word of its bytes.
  ///
  /// - Returns: a sum, which keeps the reading from being left out.
  @discardableResult
  func scan(limit: Int = -1) -> UInt64 {
    sqlite3_bind_int64(inFoldOrder, 1, Int64(limit))
    return sum(inFoldOrder)
  }

  /// Reads the events of one subject.
  @discardableResult
  func scan(subject: String) -> UInt64 {
    sqlite3_bind_text(ofSubject, 1, subject, -1, acquis_sqlite3_transient())
    return sum(ofSubject)
  }

  private func sum(_ statement: OpaquePointer) -> UInt64 {
    var sum: UInt64 = 0
    while sqlite3_step(statement) == SQLITE_ROW {
      let count = Int(sqlite3_column_bytes(statement, 0))
      guard let start = sqlite3_column_blob(statement, 0) else { continue }
      let bytes = UnsafeRawBufferPointer(start: start, count: count)
      for offset in stride(from: 0, to: count - 7, by: 8) {
        sum &+= bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      }
    }
    sqlite3_reset(statement)
    return sum
  }

  /// The first rows of a ledger, with their tags.
  func rows(_ count: Int) throws -> [RawStore.Row] {
    var tags: [Int64: [[Int64]]] = [:]
    let tag = try RawSQLite.prepare(
      database, "SELECT subject, type, position FROM tag WHERE position <= \(count)")
    defer { sqlite3_finalize(tag) }
    while sqlite3_step(tag) == SQLITE_ROW {
      let row = (0..<3).map { sqlite3_column_int64(tag, $0) }
      tags[row[2], default: []].append(row)
    }
    let event = try RawSQLite.prepare(
      database,
      """
      SELECT position, type, schema, occurred_on, recorded_at, id, hashes, bytes
      FROM event ORDER BY position LIMIT \(count)
      """)
    defer { sqlite3_finalize(event) }
    var names: [Int64: String] = [:]
    let subject = try RawSQLite.prepare(database, "SELECT key, name FROM subject")
    defer { sqlite3_finalize(subject) }
    while sqlite3_step(subject) == SQLITE_ROW {
      names[sqlite3_column_int64(subject, 0)] = String(cString: sqlite3_column_text(subject, 1))
    }
    var rows: [RawStore.Row] = []
    while sqlite3_step(event) == SQLITE_ROW {
      let numbers = (0..<5).map { sqlite3_column_int64(event, $0) }
      let blobs = (5..<8).map { column in
        Array(
          UnsafeRawBufferPointer(
            start: sqlite3_column_blob(event, column),
            count: Int(sqlite3_column_bytes(event, column))))
      }
      let itsTags = tags[numbers[0], default: []]
      let newSubjects = itsTags.compactMap { tag in
        names.removeValue(forKey: tag[0]).map { (key: tag[0], name: $0) }
      }
      rows.append(
        RawStore.Row(
          numbers: numbers, id: blobs[0], hashes: blobs[1], bytes: blobs[2], tags: itsTags,
          newSubjects: newSubjects))
    }
    return rows
  }
}
