public import Cryptography
public import EventLog
public import Events
internal import SQLite
internal import Synchronization
public import TransparencyLog

/// A log in one SQLite file: the store of a ledger on one machine.
///
/// ```swift
/// let log = try SQLiteLog.create(at: "afpols.ledger", clock: clock)
/// try log.append(events, unless: nil)
/// ```
///
/// Several threads may share one log, and several processes one file: one writes at a time, and each
/// reading sees one state. Beside the file stand its journal (`-wal`) and its locks (`-shm`) while it
/// is open; the last one that closes it removes them.
public final class SQLiteLog: RestorableLog {
  /// What the log is opened for.
  public enum Access: Hashable, Sendable {
    /// To append and read; where the system only allows to read, an append fails.
    case readWrite
    /// To read: every append fails.
    case readOnly
  }

  /// How long another process's writing is waited for: 5,000 ms.
  public static let patience: Int32 = 5_000

  private let ledger: Mutex<Ledger?>
  private let clock: @Sendable () -> Instant
  private let trust: ClockTrust

  private init(
    _ ledger: consuming sending Ledger, clock: @escaping @Sendable () -> Instant,
    trust: ClockTrust
  ) {
    self.ledger = Mutex(ledger)
    self.clock = clock
    self.trust = trust
  }

  /// Makes a ledger without any event, where there is nothing yet.
  ///
  /// - Parameters:
  ///   - clock: what time it is; asked once for each event taken in.
  ///   - trust: how far the clock is believed.
  ///   - patience: how long another process's writing is waited for, in milliseconds.
  /// - Throws: ``LogFailure/alreadyThere``; ``LogFailure/missing`` where the folder is; the failures
  ///   of the file. Nothing is left at the path then.
  public static func create(
    at path: String, patience: Int32 = patience, clock: @escaping @Sendable () -> Instant,
    trust: ClockTrust = ClockTrust()
  ) throws(LogFailure) -> SQLiteLog {
    let database = try Connection.create(at: path, patience: patience)
    let ledger = try Ledger(database, isReadOnly: false, patience: patience)
    return SQLiteLog(ledger, clock: clock, trust: trust)
  }

  /// Opens a ledger: some milliseconds, whatever its length; longer after a process was killed in it,
  /// where the journal that it left is looked at first.
  ///
  /// In a folder that may only be read, or on a full disk, the file is read as one that nobody changes
  /// meanwhile. To append, the file's tables, indexes and triggers must be those of the format.
  ///
  /// - Parameters:
  ///   - clock: what time it is; asked once for each event taken in.
  ///   - trust: how far the clock is believed.
  ///   - patience: how long another process's writing is waited for, in milliseconds.
  /// - Throws: ``LogFailure``, a case of the file.
  public init(
    opening path: String, access: Access, patience: Int32 = patience,
    clock: @escaping @Sendable () -> Instant, trust: ClockTrust = ClockTrust()
  ) throws(LogFailure) {
    let path = try Place.ledger(at: path)
    let database =
      switch access {
      case .readWrite: try Connection.openToWrite(path, patience: patience)
      case .readOnly: try Connection.openToRead(path, patience: patience)
      }
    ledger = Mutex(
      try Ledger(database, isReadOnly: access == .readOnly, patience: patience))
    self.clock = clock
    self.trust = trust
  }

  /// Brings everything into the one file and closes it: it can then be renamed, linked or copied
  /// alone. Every later use of this log fails.
  ///
  /// - Throws: ``LogFailure/busy(seconds:)`` while another process has the file open in a reading or
  ///   an append; the log then stays open.
  public func seal() throws(LogFailure) {
    try ledger.withLock { (ledger) throws(LogFailure) in
      guard ledger != nil else { throw Self.closed }
      try ledger?.checkpoint()
      ledger = nil
    }
  }

  /// Copies the log, as it stands at one moment, into one file where there is nothing yet; others append
  /// meanwhile.
  ///
  /// The copy is on the disk when this answers, its name in the folder not yet. It may lie on a network
  /// drive: nobody opens it there.
  ///
  /// - Returns: the end of the copied log.
  /// - Throws: ``LogFailure/alreadyThere``, ``LogFailure/full`` and the other failures of the two files;
  ///   nothing is left at the path then.
  public func copy(to path: String) throws(LogFailure) -> LogHead {
    try ledger.withLock { (ledger) throws(LogFailure) in
      guard let head = try ledger?.copy(to: path) else { throw Self.closed }
      return head
    }
  }

  public func append(
    _ events: [EncodedEvent], unless condition: AppendCondition?
  ) throws(LogFailure) -> AppendReceipt {
    let receipt = try ledger.withLock { (ledger) throws(LogFailure) in
      try ledger?.append(events, unless: condition, clock: clock, trust: trust, once: nil)
    }
    guard let receipt else { throw Self.closed }
    return receipt
  }

  public func append(
    _ events: [EncodedEvent], unless condition: AppendCondition?,
    once step: (Instant) throws -> Void
  ) throws -> AppendReceipt {
    try withoutActuallyEscaping(step) { step in
      // Called by this thread alone, and before the lock is given back.
      nonisolated(unsafe) let step = step
      nonisolated(unsafe) var failure: (any Error)?
      let isDone: @Sendable (Instant) -> Bool = { instant in
        do { try step(instant) } catch { failure = error }
        return failure == nil
      }
      let receipt = try ledger.withLock { (ledger) throws(LogFailure) in
        guard ledger != nil else { throw Self.closed }
        return try ledger?.append(
          events, unless: condition, clock: clock, trust: trust, once: isDone)
      }
      if let failure { throw failure }
      guard let receipt else { throw Self.closed }
      return receipt
    }
  }

  /// The end of the log in a copy that nobody has open, wherever it lies; nothing is written beside it.
  ///
  /// - Throws: ``LogFailure`` where it does not open, or its last event is not what its row says.
  public static func head(ofCopyAt path: String) throws(LogFailure) -> LogHead {
    let database = try Connection.immutable(path)
    var ledger = try Ledger(database, isReadOnly: true, patience: 0)
    return try ledger.head()
  }

  public func restore(_ next: () throws -> CopiedEvent?) throws -> LogHead {
    try withoutActuallyEscaping(next) { next in
      // Called by this thread alone, and before the lock is given back.
      nonisolated(unsafe) let next = next
      nonisolated(unsafe) var failure: (any Error)?
      let handedOver: @Sendable () -> CopiedEvent? = {
        do { return try next() } catch {
          failure = error
          return nil
        }
      }
      let isWhole: @Sendable () -> Bool = { failure == nil }
      try ledger.withLock { (ledger) throws(LogFailure) in
        guard ledger != nil else { throw Self.closed }
        try ledger?.restore(handedOver, isWhole: isWhole)
      }
      if let failure { throw failure }
    }
    return try head()
  }

  public func position(of id: EventID) throws(LogFailure) -> Position? {
    try ledger.withLock { (ledger) throws(LogFailure) in
      guard ledger != nil else { throw Self.closed }
      return try ledger?.position(of: id)
    }
  }

  public func head() throws(LogFailure) -> LogHead {
    try ledger.withLock { (ledger) throws(LogFailure) in
      guard let head = try ledger?.head() else { throw Self.closed }
      return head
    }
  }

  public func node(_ address: NodeAddress) throws(LogFailure) -> Digest {
    try ledger.withLock { (ledger) throws(LogFailure) in
      guard let node = try ledger?.node(address) else { throw Self.closed }
      return node
    }
  }

  /// Hands the matching events to the closure, straight from SQLite's memory.
  ///
  /// Cost: a reading without subjects or types follows an index and keeps nothing; one of subjects or
  /// types keeps the matching positions, and looks each event up.
  public func read(_ query: EventQuery, _ body: (StoredEvent) throws -> Void) throws {
    try withoutActuallyEscaping(body) { body in
      // Called by this thread alone, and before the lock is given back.
      nonisolated(unsafe) let body = body
      nonisolated(unsafe) var failure: (any Error)?
      let handOver: @Sendable (StoredEvent) -> Bool = { event in
        do { try body(event) } catch {
          failure = error
          return false
        }
        return true
      }
      try ledger.withLock { (ledger) throws(LogFailure) in
        guard ledger != nil else { throw Self.closed }
        try ledger?.read(query, handOver)
      }
      if let failure { throw failure }
    }
  }

  private static var closed: LogFailure { .system(code: 0, "the ledger was closed") }
}
