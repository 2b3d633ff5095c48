internal import CSQLite

/// A connection to an SQLite file, closed on deinitialisation.
///
/// ```swift
/// let database = try Database("keys.db", .create, timeout: 5_000)
/// try database.execute("CREATE TABLE key (id INTEGER PRIMARY KEY, bytes BLOB) STRICT")
/// let insert = try Statement("INSERT INTO key (bytes) VALUES (?)", on: database)
/// ```
///
/// Not synchronised: one thread at a time may use a connection and its statements. A statement that
/// outlives its connection keeps the file open until it is deinitialised too.
@safe public struct Database: ~Copyable {
  let handle: OpaquePointer
  /// The path that it was opened at.
  public let path: String
  /// How it was opened.
  public let access: Access
  /// `BEGIN DEFERRED`, `BEGIN IMMEDIATE` and `COMMIT`, compiled once: two of them are a tenth of a
  /// small transaction's time.
  let (beginReading, beginWriting, commits): (OpaquePointer?, OpaquePointer?, OpaquePointer?)

  /// How a file is opened.
  public enum Access: Hashable, Sendable {
    /// Reads only; may still create the lock file of a write-ahead journal.
    case readOnly
    /// Reads and writes an existing file; reads only if the system does not permit writing.
    case readWrite
    /// Reads and writes, and creates the file if there is none.
    case create
    /// Reads a file that nobody changes meanwhile: takes no locks and ignores a journal beside it.
    case immutable
    /// A private database in memory; the path is ignored.
    case memory
  }

  /// Opens a file. Nothing is read before the first statement, so a file that is not a database is
  /// only detected then.
  ///
  /// The connection is defensive: SQL cannot write to the schema table, and functions in the schema
  /// are not trusted (`SQLITE_DBCONFIG_DEFENSIVE`, `PRAGMA trusted_schema = OFF`).
  ///
  /// - Parameters:
  ///   - path: any characters are allowed; none is special.
  ///   - timeout: how long to wait for another connection's lock, in milliseconds (SQLite's busy
  ///     timeout).
  /// - Throws: ``SQLiteFailure``, mostly of kind `cannotOpen`.
  public init(_ path: String, _ access: Access, timeout: Int32) throws(SQLiteFailure) {
    let handle = try unsafe Self.opened(path, access)
    unsafe self.handle = unsafe handle
    unsafe beginReading = unsafe Self.compiled(Transaction.reading.rawValue, handle)
    unsafe beginWriting = unsafe Self.compiled(Transaction.writing.rawValue, handle)
    unsafe commits = unsafe Self.compiled("COMMIT", handle)
    self.path = path
    self.access = access
    let codes = unsafe [
      sqlite3_busy_timeout(handle, timeout), acquis_sqlite3_defensive(handle),
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

  /// A statement that is used for as long as the connection; nil if there is no memory for it.
  private static func compiled(_ sql: String, _ handle: OpaquePointer) -> OpaquePointer? {
    var statement: OpaquePointer?
    unsafe sqlite3_prepare_v3(handle, sql, -1, UInt32(SQLITE_PREPARE_PERSISTENT), &statement, nil)
    return unsafe statement
  }

  deinit {
    unsafe sqlite3_finalize(beginReading)
    unsafe sqlite3_finalize(beginWriting)
    unsafe sqlite3_finalize(commits)
    unsafe sqlite3_close_v2(handle)
  }

  /// Runs any number of SQL statements and discards their rows.
  ///
  /// - Throws: ``SQLiteFailure`` with SQLite's message, which may quote the text. Never put
  ///   personal data in the text: bind it to a ``Statement``.
  public func execute(_ sql: String) throws(SQLiteFailure) {
    let code = unsafe sqlite3_exec(handle, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw detailedFailure(code) }
  }

  /// The first column of a query's first row, as a number (0 for NULL); nil if there is no row.
  public func integer(_ sql: String) throws(SQLiteFailure) -> Int64? {
    let statement = try Statement(sql, on: self, isKept: false)
    return try statement.step() ? statement.integer(0) : nil
  }

  /// The first column of a query's first row, as text (empty for NULL); nil if there is no row.
  public func text(_ sql: String) throws(SQLiteFailure) -> String? {
    let statement = try Statement(sql, on: self, isKept: false)
    return try statement.step() ? statement.text(0) : nil
  }

  /// Whether writing is impossible, because of the access requested or of the file's permissions.
  public var isReadOnly: Bool { unsafe sqlite3_db_readonly(handle, "main") != 0 }

  /// The number of rows that the last INSERT, UPDATE or DELETE changed.
  public var changes: Int64 { unsafe sqlite3_changes64(handle) }

  /// The rowid of the last row inserted by this connection.
  public var lastKey: Int64 { unsafe sqlite3_last_insert_rowid(handle) }

  func check(_ code: Int32) throws(SQLiteFailure) {
    guard code == SQLITE_OK else { throw failure(code) }
  }

  /// A failure with SQLite's general text for the code.
  func failure(_ code: Int32) -> SQLiteFailure {
    unsafe SQLiteFailure(code: code, systemError: systemError(of: handle, code))
  }

  /// A failure with SQLite's message about SQL text; only for text without bound values.
  func detailedFailure(_ code: Int32) -> SQLiteFailure {
    unsafe SQLiteFailure(
      code: code, systemError: systemError(of: handle, code),
      message: String(cString: sqlite3_errmsg(handle)))
  }
}
