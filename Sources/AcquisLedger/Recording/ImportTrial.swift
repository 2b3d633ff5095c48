internal import EventLog
internal import Events

/// What an append would do now, found by the checks that every store makes; nothing is appended.
struct ImportTrial {
  /// The events that the log does not have, each once, and when each would be recorded.
  let new: [(event: EncodedEvent, recordedAt: Instant)]
  /// What the append would return.
  let receipt: AppendReceipt

  /// - Throws: ``SubmissionFailure``, naming the line of the event that the log would refuse.
  init(
    of batch: SealedBatch, in log: any EventLog, _ clock: @Sendable () -> Instant
  ) throws(SubmissionFailure) {
    do throws(LogFailure) {
      let head = try log.head()
      // Whether the clock is plausible is the store's to judge, which knows how far it is trusted.
      let plan = try AppendPlan(
        of: batch.events, unless: nil, after: head.last, recordedAt: head.lastRecordedAt,
        clock: clock, trust: ClockTrust(isAccepted: true), in: RecordedEntries(log: log))
      new = plan.additions.map { (batch.events[$0.index], $0.recordedAt) }
      receipt = plan.receipt
    } catch {
      throw SubmissionFailure(error, line: error.index.map { batch.lines[$0] })
    }
  }

  /// The events that the log does not have, each once, at one instant.
  static func new(
    _ events: [EncodedEvent], in log: any EventLog, at instant: Instant
  ) throws(LogFailure) -> [(event: EncodedEvent, recordedAt: Instant)] {
    var ids: Set<EventID> = []
    var new: [(event: EncodedEvent, recordedAt: Instant)] = []
    for event in events where ids.insert(event.event.id).inserted {
      if try log.position(of: event.event.id) == nil { new.append((event, instant)) }
    }
    return new
  }
}

/// The entries of a log, looked up from outside its store.
private struct RecordedEntries: AppendLookup {
  let log: any EventLog

  func entry(_ id: EventID) throws(LogFailure) -> LogEntry? {
    guard let position = try log.position(of: id) else { return nil }
    return try reading {
      try log.read(at: position) { stored in
        try unsafe LogEntry(position: position, bytes: Array(stored.bytes)).checked(id: id)
      }
    }
  }

  func firstMatch(_ query: EventQuery) throws(LogFailure) -> Position? {
    try reading { try log.first(query)?.position }
  }

  private func reading<Value>(_ step: () throws -> Value) throws(LogFailure) -> Value {
    do { return try step() } catch let failure as LogFailure { throw failure } catch {
      throw .system(code: 0, "\(type(of: error))")
    }
  }
}
