internal import EventLog
internal import SQLite

extension LogFile {
  /// Copies one consistent state of the log into a new file.
  ///
  /// - Returns: the end of the log in that state.
  /// - Throws: ``LogFailure/alreadyThere`` and the other cases about the file; no new file is left
  ///   then.
  mutating func copy(to path: String) throws(LogFailure) -> LogHead {
    try LedgerPath.makeEmptyFile(at: path, allowingNetworkDrive: true)
    do throws(LogFailure) {
      return try inReadTransaction { (ledger: inout LogFile) throws(LogFailure) in
        try ledger.sqlite { () throws(SQLiteFailure) in
          let copy = try Database(path, .readWrite, timeout: ledger.timeout)
          try ledger.database.copy(into: copy)
        }
        return try ledger.currentHead()
      }
    } catch {
      LedgerPath.remove(path)
      throw error
    }
  }
}
