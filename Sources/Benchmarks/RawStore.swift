internal import CSQLite

/// SQLite by bare C calls, with a ledger's own tables and indexes and nothing else: no triggers, no
/// hashes made, no checks. What a measurement is a ratio of.
final class RawStore {
  private let database: OpaquePointer
  private let addEvent: OpaquePointer
  private let addTag: OpaquePointer
  private let addSubject: OpaquePointer

  /// A row of the event table, as a ledger holds it.
  struct Row {
    let numbers: [Int64]
    let id: [UInt8]
    let hashes: [UInt8]
    let bytes: [UInt8]
    let tags: [[Int64]]
    /// The subjects that this event is the first to be about, with their names.
    let newSubjects: [(key: Int64, name: String)]
  }

  /// An empty store with the tables and indexes of a ledger.
  init(at path: String, like ledger: String) throws {
    database = try RawSQLite.open(path)
    let source = try RawSQLite.open(ledger)
    defer { sqlite3_close_v2(source) }
    try RawSQLite.execute(
      database, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -32768")
    let schema = try RawSQLite.prepare(
      source, "SELECT sql FROM sqlite_schema WHERE type IN ('table', 'index') AND sql IS NOT NULL")
    defer { sqlite3_finalize(schema) }
    while sqlite3_step(schema) == SQLITE_ROW {
      try RawSQLite.execute(database, String(cString: sqlite3_column_text(schema, 0)))
    }
    addEvent = try RawSQLite.prepare(
      database,
      """
      INSERT INTO event (position, type, schema, occurred_on, recorded_at, id, hashes, bytes)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """)
    addTag = try RawSQLite.prepare(
      database, "INSERT INTO tag (subject, type, position) VALUES (?, ?, ?)")
    addSubject = try RawSQLite.prepare(
      database, "INSERT INTO subject (key, name) VALUES (?, ?)")
  }

  deinit {
    sqlite3_finalize(addEvent)
    sqlite3_finalize(addTag)
    sqlite3_finalize(addSubject)
    sqlite3_close_v2(database)
  }

  /// Writes rows in one durable transaction.
  func write(_ rows: ArraySlice<Row>) throws {
    try RawSQLite.execute(database, "BEGIN IMMEDIATE")
    for row in rows {
      for (index, number) in row.numbers.enumerated() {
        sqlite3_bind_int64(addEvent, Int32(index + 1), number)
      }
      for (index, blob) in [row.id, row.hashes, row.bytes].enumerated() {
        sqlite3_bind_blob64(
          addEvent, Int32(row.numbers.count + index + 1), blob, UInt64(blob.count),
          acquis_sqlite3_transient())
      }
      try RawSQLite.finish(addEvent)
      for subject in row.newSubjects {
        sqlite3_bind_int64(addSubject, 1, subject.key)
        sqlite3_bind_text(addSubject, 2, subject.name, -1, acquis_sqlite3_transient())
        try RawSQLite.finish(addSubject)
      }
      for tag in row.tags {
        for (index, number) in tag.enumerated() {
          sqlite3_bind_int64(addTag, Int32(index + 1), number)
        }
        try RawSQLite.finish(addTag)
      }
    }
    try RawSQLite.execute(database, "COMMIT")
  }
}
