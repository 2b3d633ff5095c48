public import Cryptography
public import EventLog
public import Events
public import TransparencyLog

/// A log with entries after its end, as if they were recorded: what would be known then.
///
/// Every reading by subject or of the whole log works on it. It appends nothing. Its root and the nodes of
/// its tree are those of the log underneath, without the entries.
///
/// Cost: that of the log underneath; a reading in fold order decodes each event once more. The entries are
/// found by index: a fold of 200,000 of them takes seconds.
public struct ProspectiveLog: EventLog {
  /// The log underneath.
  public let log: any EventLog
  /// The last position of the log underneath.
  public let recorded: Position
  private let lastRecordedAt: Instant?
  private let pending: PendingEntries

  /// - Parameters:
  ///   - events: those whose id the log has already are left out.
  ///   - instant: at which they would be recorded.
  /// - Throws: ``LogFailure``.
  public init(_ log: any EventLog, adding events: [EncodedEvent], at instant: Instant) throws {
    try self.init(log, adding: ImportTrial.new(events, in: log, at: instant))
  }

  /// - Parameter entries: each id once, none of them in the log.
  /// - Throws: ``LogFailure``.
  init(
    _ log: any EventLog, adding entries: [(event: EncodedEvent, recordedAt: Instant)]
  ) throws {
    let head = try log.head()
    self.log = log
    recorded = head.last
    pending = PendingEntries(after: head.last, entries)
    lastRecordedAt = pending.lastRecordedAt ?? head.lastRecordedAt
  }

  /// The entries that were added, by position.
  public var added: [Envelope] { pending.events.indices.map { pending.envelope($0) } }

  public func append(
    _ events: [EncodedEvent], unless condition: AppendCondition?,
    once step: (Instant) throws -> Void
  ) throws -> AppendReceipt {
    throw LogFailure.readOnly
  }

  public func read(_ query: EventQuery, _ body: (StoredEvent) throws -> Void) throws {
    let matching = pending.matching(query)
    var below = query
    below.through = min(query.through ?? recorded, recorded)
    let isBelow = query.from <= recorded
    if matching.isEmpty {
      if isBelow { try log.read(below, body) }
      return
    }
    switch query.order {
    case .position:
      var count = 0
      if isBelow {
        try log.read(below) { stored in
          count += 1
          try body(stored)
        }
      }
      let rest = query.limit.map { max(0, $0 - count) } ?? matching.count
      for index in matching.prefix(rest) { try pending.pass(index, body) }
    case .fold: try readInFoldOrder(isBelow ? below : nil, matching, query.limit, body)
    }
  }

  /// - Parameter query: of the log underneath; nil if nothing of it matches.
  private func readInFoldOrder(
    _ query: EventQuery?, _ matching: [Int], _ limit: Int?,
    _ body: (StoredEvent) throws -> Void
  ) throws {
    var waiting = matching[...]
    var left = limit ?? Int.max
    if let query {
      try log.read(query) { stored in
        if let next = waiting.first {
          let day = try stored.envelope().event.occurredOn
          if pending.day(next) < day {
            while left > 0, let index = waiting.first, pending.day(index) < day {
              try pending.pass(index, body)
              waiting.removeFirst()
              left -= 1
            }
          }
        }
        guard left > 0 else { return }
        try body(stored)
        left -= 1
      }
    }
    for index in waiting.prefix(max(0, left)) { try pending.pass(index, body) }
  }

  public func position(of id: EventID) throws(LogFailure) -> Position? {
    if let position = pending.position(of: id) { return position }
    return try log.position(of: id)
  }

  public func head() throws(LogFailure) -> LogHead {
    let head = try log.head()
    return LogHead(last: pending.last, lastRecordedAt: lastRecordedAt, root: head.root)
  }

  public func node(_ address: NodeAddress) throws(LogFailure) -> Digest {
    try log.node(address)
  }
}
