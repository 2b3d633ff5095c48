internal import EventLog
internal import Events
internal import PostgreSQL

// What is written in many parts and one transaction.
extension PostgresSession {
  /// How many events of a copy are written at once.
  private static let restoredAtOnce = 1_000

  /// Fills the empty log in one transaction.
  ///
  /// - Parameter next: returns the copy's next event, `.some(nil)` at its end, or nil to cancel.
  /// - Returns: nil if it was cancelled.
  mutating func restore(_ next: () -> RestoredEvent??) throws(LogFailure) -> LogHead? {
    try refresh()
    var plan = try RestorePlan(after: tail.last)
    let isDone = try transaction { (session) throws(LogFailure) -> Bool? in
      while true {
        var part: [RestoredEvent] = []
        while part.count < Self.restoredAtOnce {
          guard let copied = next() else { return false }
          guard let event = copied else { break }
          part.append(event)
        }
        if part.isEmpty { return true }
        try session.write(part, &plan)
      }
    }
    return isDone == true ? try head() : nil
  }

  private mutating func write(
    _ part: [RestoredEvent], _ plan: inout RestorePlan
  ) throws(LogFailure) {
    let events = part.map(\.encoded)
    try compare(with: events)
    var additions: [AppendPlan.Addition] = []
    for copied in part {
      let addition = try plan.admit(copied, in: self)
      compare(with: copied.encoded, addition)
      additions.append(addition)
    }
    guard let first = additions.first else { return }
    guard case .added = try add(additions, of: events, from: first.index) else {
      throw .notEmpty
    }
  }

  /// Appends a stream in one transaction.
  ///
  /// - Parameter next: returns the next part, `.some(nil)` at the end, or nil to cancel.
  /// - Returns: nil if it was cancelled.
  mutating func appendStream(
    clock: () -> Instant, trust: ClockTrust, _ next: () -> [EncodedEvent]??
  ) throws(LogFailure) -> AppendReceipt? {
    var (positions, appended): ([Position], Int) = ([], 0)
    let isDone = try transaction { (session) throws(LogFailure) -> Bool? in
      // Who appends waits until the end of the stream.
      try session.hold()
      var instants = RecordingInstants(after: session.tail.recordedAt, trust: trust)
      while true {
        guard let answer = next() else { return false }
        guard let part = answer else { return true }
        do throws(LogFailure) {
          try session.compare(with: part)
          let plan = try AppendPlan(
            of: part, after: session.tail.last, dating: &instants, clock: clock, in: session)
          if !plan.additions.isEmpty {
            guard case .added = try session.add(plan.additions, of: part) else {
              throw .damaged("the end of the log changed under its lock")
            }
          }
          positions += plan.positions
          appended += plan.additions.count
        } catch {
          throw error.after(positions.count)
        }
      }
    }
    return isDone == true ? AppendReceipt(positions: positions, appended: appended) : nil
  }
}
