public import Cryptography
public import Events
public import TransparencyLog

/// An append-only log of events: the one contract every store keeps, held by the laws in its tests.
///
/// Blocking and synchronous: its users are a command, a thread of a server, a test. Safe to share.
public protocol EventLog: Sendable {
  /// Takes events in, all or none, durably: when it returns they are on the disk.
  ///
  /// An id already in the log with the same content is answered with its first position and nothing is
  /// added for it; a whole batch of such is a retry, and its condition is not looked at.
  ///
  /// - Parameters:
  ///   - events: in the order they will have in the log.
  ///   - condition: fails the append if a matching event came after a position; nil appends always.
  /// - Throws: ``LogFailure``; nothing was added then.
  func append(
    _ events: [EncodedEvent], unless condition: AppendCondition?
  ) throws(LogFailure) -> AppendReceipt

  /// Takes events in together with something that must be done beside.
  ///
  /// - Parameters:
  ///   - step: something that must be done together with the append, such as the destruction of what
  ///     the events say is destroyed. It runs once, when the events are judged and written and only
  ///     remain to be kept, with the instant of the first one that is new; where none is, it does not
  ///     run. It must not call the log.
  /// - Throws: ``LogFailure``, and what the step throws; nothing was added then. After the step, only a
  ///   failure of the machine or the disk can still keep the events out.
  func append(
    _ events: [EncodedEvent], unless condition: AppendCondition?,
    once step: (Instant) throws -> Void
  ) throws -> AppendReceipt

  /// Hands the matching events to the closure, one at a time, in the query's order.
  ///
  /// The log may be locked meanwhile: the closure must not call it. Its error ends the reading and is
  /// thrown on.
  func read(_ query: EventQuery, _ body: (StoredEvent) throws -> Void) throws

  /// Where the event with this id stands, or nil.
  func position(of id: EventID) throws(LogFailure) -> Position?

  /// How long the log is, and its root.
  func head() throws(LogFailure) -> LogHead

  /// A node of the log's tree: the hash of a perfect subtree, which never changes once it is there.
  ///
  /// Cost: one reading, whatever the log's length; so a root at any size and every proof are made
  /// of a few dozen.
  ///
  /// - Throws: ``LogFailure/damaged(_:)`` where the log is shorter than the subtree.
  func node(_ address: NodeAddress) throws(LogFailure) -> Digest
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
}

/// The end of a log.
public struct LogHead: Hashable, Sendable {
  /// The last event's position, ``Position/zero`` for an empty log.
  public let last: Position
  /// When the last event was taken in.
  public let lastRecordedAt: Instant?
  /// The RFC 9162 root over every leaf, in order of position: 32 bytes.
  public let root: Digest

  public init(last: Position, lastRecordedAt: Instant?, root: Digest) {
    self.last = last
    self.lastRecordedAt = lastRecordedAt
    self.root = root
  }
}

/// What an append did.
public struct AppendReceipt: Hashable, Sendable {
  /// The position of each event handed over, in their order, old or new.
  public let positions: [Position]
  /// How many of them are new.
  public let appended: Int

  public init(positions: [Position], appended: Int) {
    self.positions = positions
    self.appended = appended
  }
}

/// *Fail if an event that matches exists after this position*: a dynamic consistency boundary, the one
/// guard between writers.
public struct AppendCondition: Hashable, Sendable {
  /// What must not have come in: an event that matches any of these, by its subjects and types.
  public let queries: [EventQuery]
  /// The last position the writer knew.
  public let after: Position

  public init(nothingMatching query: EventQuery, after: Position) {
    self.init(nothingMatchingAny: [query], after: after)
  }

  /// A condition on several queries: what a decision was made of, each with the types it read.
  public init(nothingMatchingAny queries: [EventQuery], after: Position) {
    self.queries = queries
    self.after = after
  }
}
