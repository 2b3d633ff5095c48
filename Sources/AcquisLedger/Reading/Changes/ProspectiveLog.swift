public import Cryptography
public import EventLog
public import Events
public import TransparencyLog

/// A log with entries after its end, as if they were recorded: what would be known then.
///
/// Every reading by subject or of the whole log works on it. It appends nothing. Its root and the nodes of
/// its tree are those of the log underneath, without the entries.
///
/// Cost: that of the log underneath; a reading in fold order decodes each event once more.
public struct ProspectiveLog: EventLog {
  /// The log underneath.
  public let log: any EventLog
  /// The last position of the log underneath.
  public let recorded: Position
  private let lastRecordedAt: Instant?
  private let pending: [Entry]

  private struct Entry: Sendable {
    let envelope: Envelope
    let bytes: [UInt8]
  }

  /// - Parameters:
  ///   - events: those whose id the log has already are left out.
  ///   - instant: at which they would be recorded.
  /// - Throws: ``LogFailure``.
  public init(_ log: any EventLog, adding events: [EncodedEvent], at instant: Instant) throws {
    let head = try log.head()
    var pending: [Entry] = []
    var ids: Set<EventID> = []
    for event in events where ids.insert(event.event.id).inserted {
      if try log.position(of: event.event.id) != nil { continue }
      let position = Position(head.last.number + Int64(pending.count) + 1)
      pending.append(
        Entry(
          envelope: Envelope(position: position, recordedAt: instant, event: event.event),
          bytes: event.bytes(recordedAt: instant)))
    }
    self.log = log
    self.pending = pending
    recorded = head.last
    lastRecordedAt = pending.isEmpty ? head.lastRecordedAt : instant
  }

  /// The entries that were added, by position.
  public var added: [Envelope] { pending.map(\.envelope) }

  public func append(
    _ events: [EncodedEvent], unless condition: AppendCondition?,
    once step: (Instant) throws -> Void
  ) throws -> AppendReceipt {
    throw LogFailure.readOnly
  }

  public func read(_ query: EventQuery, _ body: (StoredEvent) throws -> Void) throws {
    let matching = pending.filter { query.matches($0.envelope) }
    if matching.isEmpty { return try log.read(query, body) }
    switch query.order {
    case .position:
      var count = 0
      try log.read(query) { stored in
        count += 1
        try body(stored)
      }
      let rest = query.limit.map { max(0, $0 - count) } ?? matching.count
      for entry in matching.prefix(rest) { try Self.pass(entry, body) }
    case .fold: try readInFoldOrder(query, matching, body)
    }
  }

  private func readInFoldOrder(
    _ query: EventQuery, _ matching: [Entry], _ body: (StoredEvent) throws -> Void
  ) throws {
    var waiting = matching.sorted {
      ($0.envelope.event.occurredOn, $0.envelope.position)
        < ($1.envelope.event.occurredOn, $1.envelope.position)
    }[...]
    var left = query.limit ?? Int.max
    try log.read(query) { stored in
      if let next = waiting.first {
        let day = try stored.envelope().event.occurredOn
        if next.envelope.event.occurredOn < day {
          while left > 0, let entry = waiting.first, entry.envelope.event.occurredOn < day {
            try Self.pass(entry, body)
            waiting.removeFirst()
            left -= 1
          }
        }
      }
      guard left > 0 else { return }
      try body(stored)
      left -= 1
    }
    for entry in waiting.prefix(max(0, left)) { try Self.pass(entry, body) }
  }

  private static func pass(_ entry: Entry, _ body: (StoredEvent) throws -> Void) throws {
    try unsafe entry.bytes.withUnsafeBytes { bytes in
      try unsafe body(
        StoredEvent(
          position: entry.envelope.position, type: entry.envelope.event.fact.type, bytes: bytes))
    }
  }

  public func position(of id: EventID) throws(LogFailure) -> Position? {
    if let entry = pending.first(where: { $0.envelope.event.id == id }) {
      return entry.envelope.position
    }
    return try log.position(of: id)
  }

  public func head() throws(LogFailure) -> LogHead {
    let head = try log.head()
    return LogHead(
      last: pending.last?.envelope.position ?? recorded, lastRecordedAt: lastRecordedAt,
      root: head.root)
  }

  public func node(_ address: NodeAddress) throws(LogFailure) -> Digest {
    try log.node(address)
  }
}

extension EventQuery {
  /// Whether an entry passes every filter; order and limit are ignored.
  fileprivate func matches(_ envelope: Envelope) -> Bool {
    let fact = envelope.event.fact
    return envelope.position >= from
      && through.map { envelope.position <= $0 } ?? true
      && onOrBefore.map { envelope.event.occurredOn <= $0 } ?? true
      && (types.isEmpty || types.contains(fact.type))
      && (subjects.isEmpty || fact.subjects.contains(where: subjects.contains))
  }
}
