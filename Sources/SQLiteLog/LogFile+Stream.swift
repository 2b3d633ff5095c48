internal import EventLog
internal import Events
internal import SQLite

extension LogFile {
  /// Appends a stream in one transaction; pages that exceed the cache are kept in the journal until the commit.
  ///
  /// - Parameter next: returns the next part, `.some(nil)` at the end, or nil to cancel: the transaction is
  ///   rolled back then.
  /// - Returns: nil if it was cancelled.
  /// - Throws: ``LogFailure``; nothing was added then.
  mutating func appendStream(
    clock: () -> Instant, trust: ClockTrust, _ next: () -> [EncodedEvent]??
  ) throws(LogFailure) -> AppendReceipt? {
    guard !isReadOnly else { throw .readOnly }
    try sqlite { () throws(SQLiteFailure) in try database.begin(.writing) }
    do throws(LogFailure) {
      try refresh()
      if let movedTo { throw LogFailure.moved(to: movedTo) }
      try checkLast()
      var grown = tail
      var instants = RecordingInstants(after: tail.recordedAt, trust: trust)
      var (positions, appended): ([Position], Int) = ([], 0)
      var answer = next()
      while case let part?? = answer {
        appended += try write(part, to: &grown, &instants, &positions, clock: clock)
        answer = next()
      }
      if answer != nil {
        try sqlite { () throws(SQLiteFailure) in try database.commit() }
        if appended > 0 { database.keepJournalAtClose(false) }
        tail = grown
        return AppendReceipt(positions: positions, appended: appended)
      }
    } catch {
      discardStream()
      throw error
    }
    discardStream()
    return nil
  }

  /// Writes one part, after those before it.
  ///
  /// - Returns: how many of its events are new.
  private mutating func write(
    _ part: [EncodedEvent], to tail: inout LogTail, _ instants: inout RecordingInstants,
    _ positions: inout [Position], clock: () -> Instant
  ) throws(LogFailure) -> Int {
    let plan: AppendPlan
    do throws(LogFailure) {
      plan = try AppendPlan(
        of: part, after: tail.last, dating: &instants, clock: clock, in: self)
    } catch {
      throw error.after(positions.count)
    }
    // Forgotten all at once if the stream fails.
    var newSubjects: [Subject] = []
    for addition in plan.additions {
      try write(part[addition.index], addition, to: &tail, &newSubjects)
    }
    positions += plan.positions
    return plan.additions.count
  }

  private mutating func discardStream() {
    database.rollback()
    names = InternedNames()
  }
}
