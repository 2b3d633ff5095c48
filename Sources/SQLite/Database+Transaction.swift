internal import CSQLite

extension Database {
  /// How a transaction takes its lock.
  public enum Transaction: String, Sendable {
    /// Sees one state of the file from its first reading on; writes nothing.
    case reading = "BEGIN DEFERRED"
    /// Holds the one lock for writing from its beginning.
    case writing = "BEGIN IMMEDIATE"
  }

  /// Starts a transaction.
  ///
  /// - Throws: ``SQLiteFailure`` of kind `busy` where another connection writes for longer than the
  ///   patience given at the opening.
  public func begin(_ transaction: Transaction) throws(SQLiteFailure) {
    try execute(transaction.rawValue)
  }

  /// Ends the transaction and keeps what it wrote.
  ///
  /// - Throws: ``SQLiteFailure``; call ``rollback()`` then.
  public func commit() throws(SQLiteFailure) {
    try execute("COMMIT")
  }

  /// Ends the transaction and undoes what it wrote; does nothing outside one, as after a failure
  /// upon which SQLite has already undone it.
  public func rollback() {
    guard unsafe sqlite3_get_autocommit(handle) == 0 else { return }
    unsafe sqlite3_exec(handle, "ROLLBACK", nil, nil, nil)
  }

  /// Brings what stands in the write-ahead journal into the file and empties the journal.
  ///
  /// - Throws: ``SQLiteFailure`` of kind `busy` where another connection reads or writes meanwhile.
  public func checkpoint() throws(SQLiteFailure) {
    let code = unsafe sqlite3_wal_checkpoint_v2(
      handle, "main", SQLITE_CHECKPOINT_TRUNCATE, nil, nil)
    try check(code)
  }

  /// Whether the write-ahead journal is left as it is when this connection, the last one, closes; else it
  /// is brought into the file.
  public func keepJournalAtClose(_ isKept: Bool = true) {
    let code = unsafe acquis_sqlite3_keep_journal(handle, isKept ? 1 : 0)
    assert(code == SQLITE_OK, "a setting that cannot fail")
  }

  /// Writes the pages that the transaction has changed, so that a full disk is met before its end: the
  /// commit then adds one page at most. Nothing is kept of them without it.
  public func flush() throws(SQLiteFailure) {
    try unsafe check(sqlite3_db_cacheflush(handle))
  }
}
