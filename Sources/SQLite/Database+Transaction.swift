internal import CSQLite

extension Database {
  /// The kind of a transaction; the raw value is its SQL.
  public enum Transaction: String, Sendable {
    /// Reads one state of the file, that of its first statement; writes nothing.
    case reading = "BEGIN DEFERRED"
    /// Takes the file's only write lock at its beginning.
    case writing = "BEGIN IMMEDIATE"
  }

  /// - Throws: ``SQLiteFailure`` of kind `busy` if another connection holds the write lock for
  ///   longer than the timeout of this connection.
  public func begin(_ transaction: Transaction) throws(SQLiteFailure) {
    switch transaction {
    case .reading: try unsafe run(beginReading)
    case .writing: try unsafe run(beginWriting)
    }
  }

  /// - Throws: ``SQLiteFailure``; call ``rollback()`` then.
  public func commit() throws(SQLiteFailure) {
    try unsafe run(commits)
  }

  /// Runs a compiled statement that has no rows.
  private func run(_ statement: OpaquePointer?) throws(SQLiteFailure) {
    let code = unsafe sqlite3_step(statement)
    guard code == SQLITE_DONE else {
      // Before the reset, which forgets the message.
      let failure = detailedFailure(code)
      unsafe sqlite3_reset(statement)
      throw failure
    }
    unsafe sqlite3_reset(statement)
  }

  /// Whether a transaction is open; after some errors SQLite has already rolled it back.
  public var isInTransaction: Bool { unsafe sqlite3_get_autocommit(handle) == 0 }

  /// Does nothing outside a transaction, as after an error for which SQLite has already rolled
  /// back.
  public func rollback() {
    guard isInTransaction else { return }
    unsafe sqlite3_exec(handle, "ROLLBACK", nil, nil, nil)
  }

  /// Copies the write-ahead journal into the main file and truncates the journal.
  ///
  /// - Throws: ``SQLiteFailure`` of kind `busy` if another connection reads or writes for longer
  ///   than the timeout.
  public func checkpoint() throws(SQLiteFailure) {
    let code = unsafe sqlite3_wal_checkpoint_v2(
      handle, "main", SQLITE_CHECKPOINT_TRUNCATE, nil, nil)
    try check(code)
  }

  /// Sets whether the write-ahead journal is kept when the last connection closes. By default it is
  /// copied into the main file and deleted.
  public func keepJournalAtClose(_ isKept: Bool = true) {
    let code = unsafe acquis_sqlite3_keep_journal(handle, isKept ? 1 : 0)
    assert(code == SQLITE_OK, "a setting that cannot fail")
  }

  /// Writes the transaction's changed pages before the commit, so that a full disk is detected now:
  /// the commit then adds one page at most. They have no effect without the commit.
  public func flush() throws(SQLiteFailure) {
    try unsafe check(sqlite3_db_cacheflush(handle))
  }
}
