internal import EventLog
internal import Events
internal import SQLite

extension LogFile {
  /// Takes an exact copy in, in one transaction: what does not fit into the cache is kept in the
  /// journal until the end.
  ///
  /// - Parameter next: the copy's next event, `.some(nil)` at its end; nil where it is interrupted:
  ///   nothing is kept then.
  mutating func restore(_ next: () -> CopiedEvent??) throws(LogFailure) {
    guard !isReadOnly else { throw .readOnly }
    try sqlite { () throws(SQLiteFailure) in try database.begin(.writing) }
    do throws(LogFailure) {
      try refresh()
      var intake = try RestorePlan(after: tail.last)
      var grown = tail
      var newSubjects: [Subject] = []
      var answer = next()
      while case let copied?? = answer {
        let addition = try intake.admit(copied, in: self)
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
      forgetCopy()
      throw error
    }
    forgetCopy()
  }

  private mutating func forgetCopy() {
    database.rollback()
    names = InternedNames()
  }
}
