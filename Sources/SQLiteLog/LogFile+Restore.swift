internal import EventLog
internal import Events
internal import SQLite

extension LogFile {
  /// Fills the log with an exact copy in one transaction, straight into the file: in an empty one
  /// there is nothing to keep for a rollback but its size. By way of the write-ahead journal every
  /// page would be written twice, some many times; a million events then took 14 to 17 s of system
  /// time.
  ///
  /// Where another connection has the file open, the journal is used all the same.
  ///
  /// - Parameter next: returns the copy's next event, `.some(nil)` at its end, or nil to cancel:
  ///   the transaction is rolled back then.
  /// - Throws: ``LogFailure``; nothing was added then.
  mutating func restore(_ next: () -> RestoredEvent??) throws(LogFailure) {
    guard !isReadOnly else { throw .readOnly }
    _ = try RestorePlan(after: try head().last)
    // Refused, it changes nothing; the file's header says which is used if the process is killed.
    _ = try? database.text("PRAGMA journal_mode = DELETE")
    defer { _ = try? database.text("PRAGMA journal_mode = WAL") }
    try write(next)
  }

  private mutating func write(_ next: () -> RestoredEvent??) throws(LogFailure) {
    try sqlite { () throws(SQLiteFailure) in try database.begin(.writing) }
    do throws(LogFailure) {
      try refresh()
      var plan = try RestorePlan(after: tail.last)
      var grown = tail
      var newSubjects: [Subject] = []
      var answer = next()
      while case let copied?? = answer {
        let addition = try plan.admit(copied, in: self)
        try write(copied.encoded, addition, to: &grown, &newSubjects)
        newSubjects.removeAll(keepingCapacity: true)
        answer = next()
      }
      if answer != nil {
        try sqlite { () throws(SQLiteFailure) in try database.commit() }
        tail = grown
        return
      }
    } catch {
      discardChanges()
      throw error
    }
    discardChanges()
  }

  private mutating func discardChanges() {
    database.rollback()
    names = InternedNames()
  }
}
