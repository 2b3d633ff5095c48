internal import CSQLite

/// Reads a ledger file by direct SQLite calls, without decoding: the fastest possible reader.
@safe final class BaselineReader {
  private let database: OpaquePointer
  private let inFoldOrder: OpaquePointer
  private let ofSubject: OpaquePointer

  init(_ ledger: String) throws {
    unsafe database = try unsafe RawSQLite.open(ledger)
    unsafe inFoldOrder = try unsafe RawSQLite.prepare(
      database,
      """
      SELECT bytes FROM event INDEXED BY event_by_day ORDER BY occurred_on, position LIMIT ?
      """)
    unsafe ofSubject = try unsafe RawSQLite.prepare(
      database,
      """
      SELECT bytes FROM tag CROSS JOIN event USING (position)
      WHERE subject = (SELECT key FROM subject WHERE name = ?) ORDER BY position
      """)
  }

  deinit {
    unsafe sqlite3_finalize(inFoldOrder)
    unsafe sqlite3_finalize(ofSubject)
    unsafe sqlite3_close_v2(database)
  }

  /// Reads events in fold order and touches each 8-byte word of their bytes.
  ///
  /// - Parameter limit: the number of events; -1 for all.
  /// - Returns: a checksum, which prevents the compiler from removing the work.
  @discardableResult
  func scan(limit: Int = -1) -> UInt64 {
    unsafe sqlite3_bind_int64(inFoldOrder, 1, Int64(limit))
    return unsafe sum(inFoldOrder)
  }

  /// Reads the events of one subject, by position, and touches each 8-byte word of their bytes.
  @discardableResult
  func scan(subject: String) -> UInt64 {
    unsafe sqlite3_bind_text(ofSubject, 1, subject, -1, acquis_sqlite3_transient())
    return unsafe sum(ofSubject)
  }

  private func sum(_ statement: OpaquePointer) -> UInt64 {
    var sum: UInt64 = 0
    while unsafe sqlite3_step(statement) == SQLITE_ROW {
      let count = unsafe Int(sqlite3_column_bytes(statement, 0))
      guard let start = unsafe sqlite3_column_blob(statement, 0) else { continue }
      let bytes = unsafe UnsafeRawBufferPointer(start: start, count: count)
      for offset in stride(from: 0, to: count - 7, by: 8) {
        unsafe sum &+= bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      }
    }
    unsafe sqlite3_reset(statement)
    return sum
  }

  /// Returns the first rows of a ledger with their tags.
  func rows(_ count: Int) throws -> [BaselineWriter.Row] {
    var tags: [Int64: [[Int64]]] = [:]
    let tag = try unsafe RawSQLite.prepare(
      database, "SELECT subject, type, position FROM tag WHERE position <= \(count)")
    defer { unsafe sqlite3_finalize(tag) }
    while unsafe sqlite3_step(tag) == SQLITE_ROW {
      let row = (0..<3).map { unsafe sqlite3_column_int64(tag, $0) }
      tags[row[2], default: []].append(row)
    }
    let event = try unsafe RawSQLite.prepare(
      database,
      """
      SELECT position, type, schema, occurred_on, recorded_at, id, bytes
      FROM event ORDER BY position LIMIT \(count)
      """)
    defer { unsafe sqlite3_finalize(event) }
    var names: [Int64: String] = [:]
    let subject = try unsafe RawSQLite.prepare(database, "SELECT key, name FROM subject")
    defer { unsafe sqlite3_finalize(subject) }
    while unsafe sqlite3_step(subject) == SQLITE_ROW {
      unsafe names[sqlite3_column_int64(subject, 0)] = unsafe String(
        cString: sqlite3_column_text(subject, 1))
    }
    var rows: [BaselineWriter.Row] = []
    while unsafe sqlite3_step(event) == SQLITE_ROW {
      let numbers = (0..<5).map { unsafe sqlite3_column_int64(event, $0) }
      let blobs = (5..<7).map { column in
        unsafe Array(
          UnsafeRawBufferPointer(
            start: sqlite3_column_blob(event, column),
            count: Int(sqlite3_column_bytes(event, column))))
      }
      let itsTags = tags[numbers[0], default: []]
      let newSubjects = itsTags.compactMap { tag in
        names.removeValue(forKey: tag[0]).map { (key: tag[0], name: $0) }
      }
      rows.append(
        BaselineWriter.Row(
          numbers: numbers, id: blobs[0], bytes: blobs[1], tags: itsTags, newSubjects: newSubjects))
    }
    return rows
  }
}
