internal import CSQLite

/// A compiled SQL statement, to be run again and again.
///
/// Bind its parameters (numbered from 1), step through its rows (columns numbered from 0), reset it;
/// ``run()`` does the last two where there are no rows. Used by one thread at a time, as its
/// connection.
@safe public struct Statement: ~Copyable {
  let handle: OpaquePointer

  /// Compiles one statement: some 10 µs.
  ///
  /// - Parameters:
  ///   - database: the connection it runs on.
  ///   - isKept: whether it will live long, so that SQLite lays its memory out for that.
  /// - Throws: ``SQLiteFailure`` with SQLite's words about the text.
  public init(
    _ sql: String, on database: borrowing Database, isKept: Bool = true
  ) throws(SQLiteFailure) {
    var prepared: OpaquePointer?
    let flags = isKept ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0
    let code = unsafe sqlite3_prepare_v3(database.handle, sql, -1, flags, &prepared, nil)
    guard code == SQLITE_OK else { throw database.spokenFailure(code) }
    guard let prepared = unsafe prepared else {
      throw SQLiteFailure(code: SQLITE_MISUSE, message: "no statement in the text")
    }
    unsafe handle = unsafe prepared
  }

  deinit { unsafe sqlite3_finalize(handle) }

  /// Moves to the next row.
  ///
  /// - Returns: false after the last one; the statement is then reset, its bindings kept.
  /// - Throws: ``SQLiteFailure``, without any bound value; the statement is then reset.
  @inline(__always) public func step() throws(SQLiteFailure) -> Bool {
    let code = unsafe sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    if code != SQLITE_DONE { throw failure(code) }
    unsafe sqlite3_reset(handle)
    return false
  }

  /// Runs it to its end, passing over any rows.
  public func run() throws(SQLiteFailure) {
    while try step() {}
  }

  /// Ends a stepping before its last row; the bindings are kept. Bytes lent by a column are gone.
  public func reset() {
    unsafe sqlite3_reset(handle)
  }

  /// The failure of a step; leaves the statement reset.
  private func failure(_ code: Int32) -> SQLiteFailure {
    let systemError = unsafe systemError(of: sqlite3_db_handle(handle), code)
    unsafe sqlite3_reset(handle)
    return SQLiteFailure(code: code, systemError: systemError)
  }
}
