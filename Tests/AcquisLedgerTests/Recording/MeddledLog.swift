import Cryptography
import EventLog
import Events
import Synchronization
import TransparencyLog

/// A log that runs a step at its first appends, and counts its appends and queries.
final class MeddledLog: EventLog {
  private let log: InMemoryLog
  private let meddling: Int
  private let step: @Sendable () throws(LogFailure) -> Void
  private let afterStep: @Sendable () throws(LogFailure) -> Void
  private let seen = Mutex((appends: 0, queries: [EventQuery]()))

  /// - Parameters:
  ///   - meddling: the number of appends with a step.
  ///   - afterStep: runs when the events are written but not yet committed.
  ///   - step: runs before the append.
  init(
    _ log: InMemoryLog, meddling: Int = 1,
    afterStep: @escaping @Sendable () throws(LogFailure) -> Void = { () throws(LogFailure) in },
    _ step: @escaping @Sendable () throws(LogFailure) -> Void
  ) {
    self.log = log
    self.meddling = meddling
    self.step = step
    self.afterStep = afterStep
  }

  /// How many appends were tried.
  var appends: Int { seen.withLock { $0.appends } }

  /// What was read.
  var queries: [EventQuery] { seen.withLock { $0.queries } }

  func append(
    _ events: [EncodedEvent], unless condition: AppendCondition?,
    once: (Instant) throws -> Void
  ) throws -> AppendReceipt {
    let isMeddled = seen.withLock { seen in
      seen.appends += 1
      return seen.appends <= meddling
    }
    if isMeddled { try step() }
    return try log.append(events, unless: condition) { instant in
      try once(instant)
      if isMeddled { try afterStep() }
    }
  }

  func read(_ query: EventQuery, _ body: (StoredEvent) throws -> Void) throws {
    seen.withLock { $0.queries.append(query) }
    try log.read(query, body)
  }

  func position(of id: EventID) throws(LogFailure) -> Position? { try log.position(of: id) }

  func head() throws(LogFailure) -> LogHead { try log.head() }

  func node(_ address: NodeAddress) throws(LogFailure) -> Digest { try log.node(address) }
}
