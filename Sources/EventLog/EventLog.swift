public import Cryptography
public import Events
public import TransparencyLog

/// An append-only log of events: the contract of every store, checked by one set of tests
/// (`EventLogLaws`).
///
/// Calls are synchronous and block. Thread-safe.
public protocol EventLog: Sendable {
  /// Appends events atomically and durably: when it returns they are on the disk.
  ///
  /// An event whose id is already in the log with the same content is not added again; its position
  /// is the existing one. If the whole batch consists of such events it is a retry, and the
  /// condition is not checked.
  ///
  /// - Parameters:
  ///   - events: in the order they will have in the log.
  ///   - condition: fails the append if a matching event follows a position; nil appends
  ///     unconditionally.
  /// - Throws: ``LogFailure``; nothing was added then.
  func append(
    _ events: [EncodedEvent], unless condition: AppendCondition?
  ) throws(LogFailure) -> AppendReceipt

  /// Appends events, as ``append(_:unless:)``, together with a side effect.
  ///
  /// - Parameters:
  ///   - step: the side effect, such as the destruction of keys that the events record. It runs
  ///     once, after the events are checked and written and before the commit, with the instant of
  ///     the first new event; it does not run if no event is new. It must not call the log.
  /// - Throws: ``LogFailure``, and what the step throws; nothing was added then. Once the step has
  ///   returned, only a failure of the machine or the disk can prevent the commit.
  func append(
    _ events: [EncodedEvent], unless condition: AppendCondition?,
    once step: (Instant) throws -> Void
  ) throws -> AppendReceipt

  /// Appends the events of a stream as ``append(_:unless:)`` appends an array: all or none, durably, with the
  /// same positions, instants, bytes and tree; without a condition.
  ///
  /// Cost: memory for one part of the stream and 8 bytes an event in a store of files; a store in memory keeps
  /// all. Other writers wait until the end of the stream.
  ///
  /// - Parameter next: returns the next part, nil at the end. It must not call the log; its error ends the
  ///   append and is rethrown.
  /// - Returns: the receipt of all parts together.
  /// - Throws: ``LogFailure``, whose index counts from the beginning of the stream, and what the closure
  ///   throws; nothing was added then. Of several defects of a stream, the one in the earliest part is told.
  func appendStream(_ next: () throws -> [EncodedEvent]?) throws -> AppendReceipt

  /// Calls the closure with each matching event, in the query's order.
  ///
  /// The log may be locked meanwhile: the closure must not call it. An error of the closure ends
  /// the iteration and is rethrown.
  ///
  /// - Throws: ``LogFailure``, and what the closure throws.
  func read(_ query: EventQuery, _ body: (StoredEvent) throws -> Void) throws

  /// Another view of the same log, through which another thread reads at the same time; nil if the
  /// store has none.
  ///
  /// It may see later events than this log: give a query the last position that is known.
  ///
  /// Cost: that of opening the store, without the checks made when this log was opened.
  func anotherReader() throws(LogFailure) -> (any EventLog)?

  /// Days that cut the log, in fold order, into stretches of about so many events, or of one day that has
  /// more: the first day of each stretch but the first, ascending.
  ///
  /// Threads share a fold by them: see ``anotherReader()``.
  ///
  /// Cost: one pass over the index of days, some 50 ns an event; over the events in a store without one.
  func daysInFoldOrder(every count: Int) throws -> [CalendarDate]

  /// The position of the event with this id, or nil.
  func position(of id: EventID) throws(LogFailure) -> Position?

  /// The positions of the events with these ids; those of ids that the log does not have are missing.
  ///
  /// Cost: one look-up for each; of a store on a server, one round trip for all.
  func positions(of ids: [EventID]) throws(LogFailure) -> [EventID: Position]

  /// The current end of the log and its tree root.
  func head() throws(LogFailure) -> LogHead

  /// A node of the log's Merkle tree: the hash of a perfect subtree, which never changes once it
  /// exists.
  ///
  /// Cost: one lookup, independent of the log's length; a root at any size or a proof needs a few
  /// dozen.
  ///
  /// - Throws: ``LogFailure/damaged(_:)`` if the log is shorter than the subtree.
  func node(_ address: NodeAddress) throws(LogFailure) -> Digest

  /// The numbers of certificates in the log's subjects that differ from this one in case at most,
  /// as R14 compares them.
  ///
  /// - Returns: nil if the log has no index for it: the caller then reads the certificates.
  func certificates(
    like number: CertificateNumber
  ) throws(LogFailure) -> [CertificateNumber]?
}

extension EventLog {
  public func append(
    _ events: [EncodedEvent], unless condition: AppendCondition?
  ) throws(LogFailure) -> AppendReceipt {
    do {
      return try append(events, unless: condition, once: { _ in })
    } catch let failure as LogFailure {
      throw failure
    } catch {
      throw .system(code: 0, "\(type(of: error))")
    }
  }

  /// One look-up after the other.
  public func positions(of ids: [EventID]) throws(LogFailure) -> [EventID: Position] {
    var positions: [EventID: Position] = [:]
    for id in ids { positions[id] = try position(of: id) }
    return positions
  }

  /// No index: nil.
  public func certificates(
    like number: CertificateNumber
  ) throws(LogFailure) -> [CertificateNumber]? { nil }

  /// Nil: threads take turns on this one.
  public func anotherReader() throws(LogFailure) -> (any EventLog)? { nil }

  /// Reads every event.
  public func daysInFoldOrder(every count: Int) throws -> [CalendarDate] {
    var days: [CalendarDate] = []
    var start: CalendarDate?
    var events = 0
    try read(EventQuery(order: .fold)) { stored in
      let day = try stored.envelope().event.occurredOn
      if let last = start, day > last, events >= count {
        days.append(day)
        events = 0
      }
      if events == 0 { start = day }
      events += 1
    }
    return days
  }

  /// For a store in memory: gathers the parts, then appends them at once.
  public func appendStream(_ next: () throws -> [EncodedEvent]?) throws -> AppendReceipt {
    var events: [EncodedEvent] = []
    while let part = try next() { events += part }
    return try append(events, unless: nil)
  }
}

/// The end of a log, and the root of its tree there.
public struct LogHead: Hashable, Sendable {
  /// The last event's position, ``Position/zero`` for an empty log.
  public let last: Position
  /// The last event's instant; nil for an empty log.
  public let lastRecordedAt: Instant?
  /// The RFC 9162 root over every leaf, in order of position: 32 bytes.
  public let root: Digest

  public init(last: Position, lastRecordedAt: Instant?, root: Digest) {
    self.last = last
    self.lastRecordedAt = lastRecordedAt
    self.root = root
  }
}

/// The result of an append.
public struct AppendReceipt: Hashable, Sendable {
  /// The position of each event of the batch, in its order, including events that were in the log
  /// before.
  public let positions: [Position]
  /// The number of new events.
  public let appended: Int
  /// The highest of the ``positions``; zero if there is none.
  private let last: Position

  public init(positions: [Position], appended: Int) {
    self.positions = positions
    self.appended = appended
    last = positions.max() ?? .zero
  }

  /// Whether the event at one of the ``positions`` was appended, and not in the log before.
  public func isNew(_ position: Position) -> Bool {
    position.number > last.number - Int64(appended)
  }

  /// The ``positions`` as ranges, ascending, each position once: one range where all are new.
  public var ranges: [ClosedRange<Position>] {
    var ranges: [ClosedRange<Position>] = []
    var (start, end) = (Position.zero, Position.zero)
    let ascending = zip(positions, positions.dropFirst()).allSatisfy { $0 <= $1 }
    for position in ascending ? positions : positions.sorted() {
      if start == .zero {
        start = position
      } else if position > end.next {
        ranges.append(start...end)
        start = position
      }
      end = position
    }
    if start > .zero { ranges.append(start...end) }
    return ranges
  }
}

/// *Fail if a matching event exists after this position*: the append condition of a dynamic
/// consistency boundary (DCB), the only concurrency control between writers.
public struct AppendCondition: Hashable, Sendable {
  /// An event that matches any of these fails the append. Order and limit are ignored.
  public let queries: [EventQuery]
  /// The last position that the writer has read.
  public let after: Position

  public init(nothingMatching query: EventQuery, after: Position) {
    self.init(nothingMatchingAny: [query], after: after)
  }

  /// - Parameter queries: all that the writer read to make its decision.
  public init(nothingMatchingAny queries: [EventQuery], after: Position) {
    self.queries = queries
    self.after = after
  }
}
