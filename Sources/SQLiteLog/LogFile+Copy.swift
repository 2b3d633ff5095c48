internal import EventLog
internal import SQLite

extension LogFile {
  /// Copies the file as one reading sees it.
  mutating func copy(to path: String) throws(LogFailure) -> LogHead {
    try LedgerPath.makeEmptyFile(at: path, allowingNetworkDrive: true)
    do throws(LogFailure) {
      return try reading { (ledger: inout LogFile) throws(LogFailure) in
        try ledger.sqlite { () throws(SQLiteFailure) in
          let copy = try Database(path, .readWrite, patience: ledger.patience)
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
