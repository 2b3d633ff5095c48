internal import CSQLite

/// A connection to an SQLite file, closed when it goes.
///
/// ```swift
/// let database = try Database("keys.db", .create, patience: 5_000)
/// try database.execute("CREATE TABLE key (id INTEGER PRIMARY KEY, bytes BLOB) STRICT")
/// let insert = try Statement("INSERT INTO key (bytes) VALUES (?)", on: database)
/// ```
///
/// Without a lock of its own: one thread at a time uses a connection and its statements. A statement
/// that outlives its connection keeps the file open until it goes too.
@safe public struct Database: ~Copyable {
  let handle: OpaquePointer

  /// How a file is opened.
  public enum Access: Hashable, Sendable {
    /// To read. Writes nothing to the database itself.
    case readOnly
    /// To read and write a file that exists; to read only, where that is all the system allows.
    case readWrite
    /// To read and write, making the file where there is none.
    case create
    /// To read a file that nobody changes meanwhile: without locks, and without looking at a journal
    /// beside it.
    case immutable
    /// A database of its own in memory, whatever the path.
    case memory
  }

  /// Opens a file. Nothing of it is read before the first statement: a file that is no database is
  /// only met then.
  ///
  /// The connection is defensive: SQL cannot write to the schema table, and a schema's functions are
  /// not trusted.
  ///
  /// - Parameters:
  ///   - path: of the file, taken as it is, whatever characters it has.
  ///   - patience: how long to wait for another connection's lock, in milliseconds.
  public init(_ path: String, _ access: Access, patience: Int32) throws(SQLiteFailure) {
    unsafe handle = try unsafe Self.opened(path, access)
    let codes = unsafe [
      sqlite3_busy_timeout(handle, patience), acquis_sqlite3_defensive(handle),
      sqlite3_exec(handle, "PRAGMA trusted_schema = OFF", nil, nil, nil),
    ]
    assert(codes.allSatisfy { $0 == SQLITE_OK }, "settings of a connection that cannot fail")
  }

  private static func opened(
    _ path: String, _ access: Access
  ) throws(SQLiteFailure) -> OpaquePointer {
    let flags =
      switch access {
      case .readOnly, .immutable: SQLITE_OPEN_READONLY
      case .readWrite: SQLITE_OPEN_READWRITE
      case .create: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
      case .memory: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY
      }
    var opened: OpaquePointer?
    let code = unsafe sqlite3_open_v2(
      Self.uri(path, immutable: access == .immutable), &opened,
      flags | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nil)
    guard code == SQLITE_OK, let opened = unsafe opened else {
      let systemError = unsafe opened.map { unsafe sqlite3_system_errno($0) } ?? 0
      unsafe sqlite3_close_v2(opened)
      throw SQLiteFailure(code: code, systemError: systemError)
    }
    return unsafe opened
  }

  deinit { unsafe sqlite3_close_v2(handle) }

  /// Runs SQL text, any number of statements, and passes over their rows.
  ///
  /// - Throws: ``SQLiteFailure`` with SQLite's own words about the text: hand over no person's value
  ///   in it; those are bound to a ``Statement``.
  public func execute(_ sql: String) throws(SQLiteFailure) {
    let code = unsafe sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw spokenFailure(code) }
  }

  /// The first column of the first row of a query, as a number; nil where there is no row.
  public func integer(_ sql: String) throws(SQLiteFailure) -> Int64? {
    let statement = try Statement(sql, on: self, isKept: false)
    return try statement.step() ? statement.integer(0) : nil
  }

  /// The first column of the first row of a query, as text; nil where there is no row.
  public func text(_ sql: String) throws(SQLiteFailure) -> String? {
    let statement = try Statement(sql, on: self, isKept: false)
    return try statement.step() ? statement.text(0) : nil
  }

  /// Whether the file may only be read, by how it was opened or by the system's permissions.
  public var isReadOnly: Bool { unsafe sqlite3_db_readonly(handle, "main") != 0 }

  /// How many rows the last statement wrote.
  public var changes: Int64 { unsafe sqlite3_changes64(handle) }

  /// The key of the last row added to a table with an integer key.
  public var lastKey: Int64 { unsafe sqlite3_last_insert_rowid(handle) }

  func check(_ code: Int32) throws(SQLiteFailure) {
    guard code == SQLITE_OK else { throw failure(code) }
  }

  /// The failure in SQLite's general words.
  func failure(_ code: Int32) -> SQLiteFailure {
    unsafe SQLiteFailure(code: code, systemError: systemError(of: handle, code))
  }

  /// The failure in SQLite's words about a text that holds no bound value.
  func spokenFailure(_ code: Int32) -> SQLiteFailure {
    unsafe SQLiteFailure(
      code: code, systemError: systemError(of: handle, code),
      message: String(cString: sqlite3_errmsg(handle)))
  }
}
