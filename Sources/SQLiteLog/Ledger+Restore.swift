internal import EventLog
internal import Events
internal import SQLite

extension Ledger {
  /// Takes an exact copy in, in one transaction: what does not fit into the cache is kept in the
  /// journal until the end.
  ///
  /// - Parameter next: the copy's next event; nil where it ends or is interrupted.
  /// - Parameter isWhole: whether the end was the copy's own; nothing is kept else.
  mutating func restore(
    _ next: () -> CopiedEvent?, isWhole: () -> Bool
  ) throws(LogFailure) {
    guard !isReadOnly else { throw .readOnly }
    try sqlite { () throws(SQLiteFailure) in try database.begin(.writing) }
    do throws(LogFailure) {
      try refresh()
      var intake = try CopyIntake(after: tail.last)
      var grown = tail
      var newSubjects: [Subject] = []
      while let copied = next() {
        let addition = try intake.admit(copied, in: self)
        try write(copied.encoded, addition, to: &grown, &newSubjects)
        newSubjects.removeAll(keepingCapacity: true)
      }
      if isWhole() {
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
    names = Names()
  }
}
