internal import CSQLite

extension Database {
  /// Copies one consistent state of the database into an empty one; inside a transaction, the state
  /// that the transaction sees.
  ///
  /// Other connections may write meanwhile if the file has a write-ahead journal; if it has a
  /// rollback journal they can only read. The pages are on the disk when this returns, all in the
  /// copy's main file.
  ///
  /// - Throws: ``SQLiteFailure`` of kind `busy` if another connection writes for longer than the
  ///   timeout of this connection; of kind `full`. The copy is then unusable.
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
