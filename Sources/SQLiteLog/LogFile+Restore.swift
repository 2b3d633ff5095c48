internal import EventLog
internal import Events
internal import SQLite

extension LogFile {
  /// Fills the log with an exact copy in one transaction; pages that exceed the cache are kept in
  /// the journal until the commit.
  ///
  /// - Parameter next: returns the copy's next event, `.some(nil)` at its end, or nil to cancel:
  ///   the transaction is rolled back then.
  /// - Throws: ``LogFailure``; nothing was added then.
  mutating func restore(_ next: () -> RestoredEvent??) throws(LogFailure) {
    guard !isReadOnly else { throw .readOnly }
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
