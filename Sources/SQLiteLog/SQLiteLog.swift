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
public final class SQLiteLog: LedgerStore {
  /// How long another process's writing is waited for: 5,000 ms.
  public static let patience: Int32 = 5_000

  private let file: Mutex<LogFile?>
  private let clock: @Sendable () -> Instant
  private let trust: ClockTrust

  private init(
    _ file: consuming sending LogFile, clock: @escaping @Sendable () -> Instant,
    trust: ClockTrust
  ) {
    self.file = Mutex(file)
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
    let file = try LogFile(database, isReadOnly: false, patience: patience)
    return SQLiteLog(file, clock: clock, trust: trust)
  }

  /// Opens a file: some milliseconds, whatever its length; longer after a process was killed in it,
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
    opening path: String, access: StoreAccess, patience: Int32 = patience,
    clock: @escaping @Sendable () -> Instant, trust: ClockTrust = ClockTrust()
  ) throws(LogFailure) {
    let path = try LedgerPath.ledger(at: path)
    let database =
      switch access {
      case .readWrite: try Connection.openToWrite(path, patience: patience)
      case .readOnly: try Connection.openToRead(path, patience: patience)
      }
    file = Mutex(
      try LogFile(database, isReadOnly: access == .readOnly, patience: patience))
    self.clock = clock
    self.trust = trust
  }

  public static func open(
    at place: String, for access: StoreAccess, clock: @escaping @Sendable () -> Instant,
    trust: ClockTrust
  ) throws(LogFailure) -> SQLiteLog {
    try SQLiteLog(opening: place, access: access, clock: clock, trust: trust)
  }

  public static func create(
    at place: String, clock: @escaping @Sendable () -> Instant, trust: ClockTrust
  ) throws(LogFailure) -> SQLiteLog {
    try create(at: place, patience: patience, clock: clock, trust: trust)
  }

  /// Brings everything into the one file and closes it: it can then be renamed, linked or copied
  /// alone. Every later use of this log fails.
  ///
  /// - Throws: ``LogFailure/busy(seconds:)`` while another process has the file open in a reading or
  ///   an append; the log then stays open.
  public func seal() throws(LogFailure) {
    try file.withLock { (file) throws(LogFailure) in
      guard file != nil else { throw Self.closed }
      try file?.checkpoint()
      file = nil
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
    let head = try file.withLock { (file) throws(LogFailure) in
      guard let head = try file?.copy(to: path) else { throw Self.closed }
      return head
    }
    do throws(LogFailure) {
      guard try Self.head(ofCopyAt: path) == head else { throw .copyDiffers }
    } catch {
      LedgerPath.remove(path)
      throw error
    }
    return head
  }

  public func append(
    _ events: [EncodedEvent], unless condition: AppendCondition?
  ) throws(LogFailure) -> AppendReceipt {
    let receipt = try file.withLock { (file) throws(LogFailure) in
      try file?.append(events, unless: condition, clock: clock, trust: trust, once: nil)
    }
    guard let receipt else { throw Self.closed }
    return receipt
  }

  public func append(
    _ events: [EncodedEvent], unless condition: AppendCondition?,
    once step: (Instant) throws -> Void
  ) throws -> AppendReceipt {
    let receipt = try lending(step) { step in
      try file.withLock { (file) throws(LogFailure) in
        guard file != nil else { throw Self.closed }
        return try file?.append(
          events, unless: condition, clock: clock, trust: trust, once: { step($0) != nil })
      }
    }
    guard let receipt else { throw Self.closed }
    return receipt
  }

  /// The end of the log in a copy that nobody has open, wherever it lies; nothing is written beside it.
  ///
  /// - Throws: ``LogFailure`` where it does not open, or its last event is not what its row says.
  static func head(ofCopyAt path: String) throws(LogFailure) -> LogHead {
    let database = try Connection.immutable(path)
    var file = try LogFile(database, isReadOnly: true, patience: 0)
    return try file.head()
  }

  public func restore(_ next: () throws -> CopiedEvent?) throws -> LogHead {
    func answer(_: Void) throws -> CopiedEvent? { try next() }
    try lending(answer) { next in
      try file.withLock { (file) throws(LogFailure) in
        guard file != nil else { throw Self.closed }
        try file?.restore { next(()) }
      }
    }
    return try head()
  }

  public func position(of id: EventID) throws(LogFailure) -> Position? {
    try file.withLock { (file) throws(LogFailure) in
      guard file != nil else { throw Self.closed }
      return try file?.position(of: id)
    }
  }

  public func head() throws(LogFailure) -> LogHead {
    try file.withLock { (file) throws(LogFailure) in
      guard let head = try file?.head() else { throw Self.closed }
      return head
    }
  }

  public func node(_ address: NodeAddress) throws(LogFailure) -> Digest {
    try file.withLock { (file) throws(LogFailure) in
      guard let node = try file?.node(address) else { throw Self.closed }
      return node
    }
  }

  /// Hands the matching events to the closure, straight from SQLite's memory.
  ///
  /// Cost: a reading without subjects or types follows an index and keeps nothing; one of subjects or
  /// types keeps the matching positions, and looks each event up.
  public func read(_ query: EventQuery, _ body: (StoredEvent) throws -> Void) throws {
    try lending(body) { body in
      try file.withLock { (file) throws(LogFailure) in
        guard file != nil else { throw Self.closed }
        try file?.read(query) { body($0) != nil }
      }
    }
  }

  private static var closed: LogFailure { .system(code: 0, "the ledger was closed") }
}

/// Lends a caller's closure to work that is done under a lock, by this thread alone and before this
/// returns; that is what the compiler cannot see.
///
/// - Parameter work: calls the closure it is given; nil there says that the caller's has failed.
/// - Throws: what `work` throws; else, what the caller's closure threw.
private func lending<Input, Answer, Result>(
  _ body: (Input) throws -> Answer,
  to work: (@escaping @Sendable (Input) -> Answer?) throws -> Result
) throws -> Result {
  try withoutActuallyEscaping(body) { body in
    nonisolated(unsafe) let body = body
    nonisolated(unsafe) var failure: (any Error)?
    let result = try work { input in
      do { return unsafe try body(input) } catch {
        unsafe failure = error
        return nil
      }
    }
    if let failure = unsafe failure { throw failure }
    return result
  }
}
