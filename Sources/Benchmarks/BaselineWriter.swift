internal import CSQLite

/// Writes rows by direct SQLite calls into the tables and indexes of a ledger, and hashes them as its tree does:
/// the baseline of the measurements. With the ledger's triggers or without; it checks nothing itself.
@safe final class BaselineWriter {
  private var hasher: RowHasher
  private let database: OpaquePointer
  private let addEvent: OpaquePointer
  private let addTag: OpaquePointer
  private let addSubject: OpaquePointer

  /// A row of a ledger's event table, with its tags.
  struct Row {
    /// `position`, `type`, `schema`, `occurred_on`, `recorded_at`.
    let numbers: [Int64]
    let id: [UInt8]
    let bytes: [UInt8]
    /// `subject`, `type`, `position` of each.
    let tags: [[Int64]]
    /// The subjects that no earlier event has.
    let newSubjects: [(key: Int64, name: String)]
  }

  /// Creates a file with the tables and indexes of an existing ledger, and its settings:
  /// write-ahead journal, every commit synced, a cache of 32 MiB.
  ///
  /// - Parameter isGuarded: whether it has the ledger's triggers too.
  init(at path: String, like ledger: String, isGuarded: Bool) throws {
    hasher = try RowHasher()
    unsafe database = try unsafe RawSQLite.open(path)
    let source = try unsafe RawSQLite.open(ledger)
    defer { unsafe sqlite3_close_v2(source) }
    try unsafe RawSQLite.execute(
      database, "PRAGMA journal_mode = WAL; PRAGMA synchronous = EXTRA; PRAGMA cache_size = -32768")
    let schema = try unsafe RawSQLite.prepare(
      source,
      """
      SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'
        AND type IN ('table', 'index' \(isGuarded ? ", 'trigger'" : ""))
        ORDER BY type = 'trigger', type = 'index'
      """)
    defer { unsafe sqlite3_finalize(schema) }
    while unsafe sqlite3_step(schema) == SQLITE_ROW {
      try unsafe RawSQLite.execute(database, String(cString: sqlite3_column_text(schema, 0)))
    }
    unsafe addEvent = try unsafe RawSQLite.prepare(
      database,
      """
      INSERT INTO event (position, type, schema, occurred_on, recorded_at, id, hashes, bytes)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """)
    unsafe addTag = try unsafe RawSQLite.prepare(
      database, "INSERT INTO tag (subject, type, position) VALUES (?, ?, ?)")
    unsafe addSubject = try unsafe RawSQLite.prepare(
      database, "INSERT INTO subject (key, name) VALUES (?, ?)")
  }

  deinit {
    unsafe sqlite3_finalize(addEvent)
    unsafe sqlite3_finalize(addTag)
    unsafe sqlite3_finalize(addSubject)
    unsafe sqlite3_close_v2(database)
  }

  /// Writes rows in one durable transaction.
  func write(_ rows: ArraySlice<Row>) throws {
    try unsafe RawSQLite.execute(database, "BEGIN IMMEDIATE")
    for row in rows {
      for (index, number) in row.numbers.enumerated() {
        unsafe sqlite3_bind_int64(addEvent, Int32(index + 1), number)
      }
      for (index, blob) in [row.id, try hasher.hashes(of: row.bytes), row.bytes].enumerated() {
        unsafe sqlite3_bind_blob64(
          addEvent, Int32(row.numbers.count + index + 1), blob, UInt64(blob.count),
          acquis_sqlite3_transient())
      }
      try unsafe RawSQLite.finish(addEvent)
      for subject in row.newSubjects {
        unsafe sqlite3_bind_int64(addSubject, 1, subject.key)
        unsafe sqlite3_bind_text(addSubject, 2, subject.name, -1, acquis_sqlite3_transient())
        try unsafe RawSQLite.finish(addSubject)
      }
      for tag in row.tags {
        for (index, number) in tag.enumerated() {
          unsafe sqlite3_bind_int64(addTag, Int32(index + 1), number)
        }
        try unsafe RawSQLite.finish(addTag)
      }
    }
    try unsafe RawSQLite.execute(database, "COMMIT")
  }
}
