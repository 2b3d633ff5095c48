internal import CSQLite

/// A compiled, reusable SQL statement.
///
/// Bind its parameters (numbered from 1), step through its rows (columns numbered from 0), then
/// reset it; ``run()`` does the last two for a statement without rows. Not synchronised, like its
/// connection.
@safe public struct Statement: ~Copyable {
  let handle: OpaquePointer

  /// Compiles one statement.
  ///
  /// Cost: some 10 µs.
  ///
  /// - Parameter isKept: whether it will be reused for long (`SQLITE_PREPARE_PERSISTENT`).
  /// - Throws: ``SQLiteFailure`` with SQLite's message about the text.
  public init(
    _ sql: String, on database: borrowing Database, isKept: Bool = true
  ) throws(SQLiteFailure) {
    var prepared: OpaquePointer?
    let flags = isKept ? UInt32(SQLITE_PREPARE_PERSISTENT) : 0
    let code = unsafe sqlite3_prepare_v3(database.handle, sql, -1, flags, &prepared, nil)
    guard code == SQLITE_OK else { throw database.detailedFailure(code) }
    guard let prepared = unsafe prepared else {
      throw SQLiteFailure(code: SQLITE_MISUSE, message: "no statement in the text")
    }
    unsafe handle = unsafe prepared
  }

  deinit { unsafe sqlite3_finalize(handle) }

  /// Moves to the next row.
  ///
  /// - Returns: false after the last row; the statement is then reset and keeps its bindings.
  /// - Throws: ``SQLiteFailure``, without any bound value; the statement is then reset.
  @inline(__always) public func step() throws(SQLiteFailure) -> Bool {
    let code = unsafe sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    if code != SQLITE_DONE { throw failure(code) }
    unsafe sqlite3_reset(handle)
    return false
  }

  /// Runs the statement to its end and discards any rows.
  public func run() throws(SQLiteFailure) {
    while try step() {}
  }

  /// Stops before the last row. Keeps the bindings; bytes returned by ``bytes(_:)`` become invalid.
  public func reset() {
    unsafe sqlite3_reset(handle)
  }

  /// Resets the statement after a failed step and returns the failure.
  private func failure(_ code: Int32) -> SQLiteFailure {
    let systemError = unsafe systemError(of: sqlite3_db_handle(handle), code)
    unsafe sqlite3_reset(handle)
    return SQLiteFailure(code: code, systemError: systemError)
  }
}
