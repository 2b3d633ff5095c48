internal import EventLog
internal import Events
internal import SQLite

extension LogFile {
  /// Appends a batch in one transaction.
  ///
  /// - Parameter step: runs before the commit with the first new event's instant; if it returns
  ///   false, the transaction is rolled back.
  /// - Returns: nil if the step returned false.
  /// - Throws: ``LogFailure``; nothing was added then.
  mutating func append(
    _ batch: AppendBatch, clock: () -> Instant, trust: ClockTrust,
    once step: ((Instant) -> Bool)? = nil
  ) throws(LogFailure) -> AppendReceipt? {
    guard !isReadOnly else { throw .readOnly }
    guard !batch.events.isEmpty else { return .ofNothing }
    var change = try beginAppending()
    do throws(LogFailure) {
      try readEnd(&change)
      let plan = try plan(batch, clock: clock, trust: trust)
      try write(plan, of: batch, &change)
      if let step, let first = plan.additions.first {
        try sqlite { () throws(SQLiteFailure) in try database.flush() }
        guard step(first.recordedAt) else {
          discard(change)
          return nil
        }
      }
      try commit()
      return plan.receipt
    } catch {
      discard(change)
      throw error
    }
  }

  /// What a transaction changed in the caches of the file.
  struct Change {
    /// The end of the log before it.
    var before: LogTail
    /// The subjects whose keys must be forgotten on a rollback.
    var newSubjects: [Subject] = []
  }

  /// Takes the write lock.
  mutating func beginAppending() throws(LogFailure) -> Change {
    try sqlite { () throws(SQLiteFailure) in try database.begin(.writing) }
    return Change(before: tail)
  }

  /// Reads the end of the log that is appended to, and checks its last event.
  mutating func readEnd(_ change: inout Change) throws(LogFailure) {
    try refresh()
    change.before = tail
    try checkLast()
  }

  /// Judges a batch on the log, what this transaction has written included; writes nothing.
  func plan(
    _ batch: AppendBatch, clock: () -> Instant, trust: ClockTrust
  ) throws(LogFailure) -> AppendPlan {
    if let movedTo { throw .moved(to: movedTo) }
    return try AppendPlan(
      of: batch.events, unless: batch.condition, after: tail.last, recordedAt: tail.recordedAt,
      clock: clock, trust: trust, in: self)
  }

  mutating func write(
    _ plan: AppendPlan, of batch: AppendBatch, _ change: inout Change
  ) throws(LogFailure) {
    var grown = tail
    for addition in plan.additions {
      try write(batch.events[addition.index], addition, to: &grown, &change.newSubjects)
    }
    // At once: a condition of the next batch looks no further than the end.
    tail = grown
  }

  func commit() throws(LogFailure) {
    try sqlite { () throws(SQLiteFailure) in try database.commit() }
    database.keepJournalAtClose(false)
  }

  /// Rolls the transaction back.
  mutating func discard(_ change: Change) {
    database.rollback()
    tail = change.before
    names.forget(subjects: change.newSubjects)
    names.forgetTypes()
  }
}

extension AppendReceipt {
  /// That of a batch without events.
  static var ofNothing: AppendReceipt { AppendReceipt(positions: [], appended: 0) }
}
