internal import CSQLite

extension Database {
  /// Copies every page into an empty database, as they stand at one moment: where this connection is in
  /// a transaction, as it sees the file.
  ///
  /// Others may write to a file with a write-ahead journal meanwhile; one with a rollback journal they
  /// can only read. The pages are on the disk when this answers, in the copy's one file.
  ///
  /// - Throws: ``SQLiteFailure`` of kind `busy` where another connection writes for longer than the
  ///   patience given at the opening; `full`; what is in the copy is then of no use.
  public func copy(into copy: borrowing Database) throws(SQLiteFailure) {
    guard let backup = unsafe sqlite3_backup_init(copy.handle, "main", handle, "main") else {
      throw unsafe copy.failure(sqlite3_extended_errcode(copy.handle))
    }
    let stepped = unsafe sqlite3_backup_step(backup, -1)
    let finished = unsafe sqlite3_backup_finish(backup)
    guard stepped == SQLITE_DONE else {
      throw copy.failure(stepped == SQLITE_OK ? SQLITE_BUSY : stepped)
    }
    try copy.check(finished)
  }
}
