public import Cryptography
public import Events
internal import Synchronization
public import TransparencyLog

/// A log in memory, for tests and trials; its events are lost on deinitialisation.
///
/// A query visits every event; its closure runs outside the lock and may call the log.
public final class InMemoryLog: RestorableLog {
  private let memory: Mutex<InMemoryStore>
  private let clock: @Sendable () -> Instant
  private let trust: ClockTrust

  /// An empty log.
  ///
  /// - Parameter clock: the current time; called once for each event recorded.
  /// - Throws: ``LogFailure/unavailable(_:)`` if libcrypto has no SHA-256.
  public init(
    clock: @escaping @Sendable () -> Instant, trust: ClockTrust = ClockTrust()
  ) throws(LogFailure) {
    memory = Mutex(try InMemoryStore())
    self.clock = clock
    self.trust = trust
  }

  public func append(
    _ events: [EncodedEvent], unless condition: AppendCondition?,
    once step: (Instant) throws -> Void
  ) throws -> AppendReceipt {
    try withoutActuallyEscaping(step) { step in
      // Safe: called by this thread only, before the lock is released.
      nonisolated(unsafe) let step = step
      nonisolated(unsafe) var failure: (any Error)?
      let receipt = try memory.withLock { (store) throws(LogFailure) -> AppendReceipt? in
        let plan = try AppendPlan(
          of: events, unless: condition, after: store.last, recordedAt: store.lastRecordedAt,
          clock: clock, trust: trust, in: store)
        if let first = plan.additions.first {
          do { try unsafe step(first.recordedAt) } catch {
            unsafe failure = error
            return nil
          }
        }
        try store.add(plan.additions, of: events)
        return plan.receipt
      }
      if let failure = unsafe failure { throw failure }
      guard let receipt else { throw LogFailure.damaged("no receipt") }
      return receipt
    }
  }

  public func restore(_ next: () throws -> RestoredEvent?) throws -> LogHead {
    var plan = try RestorePlan(after: try head().last)
    var copy = try InMemoryStore()
    var additions: [AppendPlan.Addition] = []
    var events: [EncodedEvent] = []
    while let copied = try next() {
      let addition = try plan.admit(copied, in: copy)
      try copy.add([addition], of: [copied.encoded], from: addition.index)
      additions.append(addition)
      events.append(copied.encoded)
    }
    return try memory.withLock { [additions, events] (store) throws(LogFailure) in
      // Another thread may have appended meanwhile.
      guard store.last == .zero else { throw .notEmpty }
      try store.add(additions, of: events)
      return try Self.head(of: store)
    }
  }

  public func read(_ query: EventQuery, _ body: (StoredEvent) throws -> Void) throws {
    let matching = memory.withLock { $0.matching(query) }
    for (position, entry) in matching {
      try unsafe entry.bytes.withUnsafeBytes { bytes in
        try unsafe body(StoredEvent(position: position, type: entry.type, bytes: bytes))
      }
    }
  }

  public func position(of id: EventID) throws(LogFailure) -> Position? {
    memory.withLock { $0.entry(id)?.position }
  }

  public func head() throws(LogFailure) -> LogHead {
    try memory.withLock { (store) throws(LogFailure) in try Self.head(of: store) }
  }

  private static func head(of store: borrowing InMemoryStore) throws(LogFailure) -> LogHead {
    try LogHead(last: store.last, lastRecordedAt: store.lastRecordedAt, root: store.root())
  }

  public func node(_ address: NodeAddress) throws(LogFailure) -> Digest {
    guard let node = memory.withLock({ $0.node(address) }) else {
      throw .damaged("no hash of level \(address.level) at position \(address.completingPosition)")
    }
    return node
  }
}
