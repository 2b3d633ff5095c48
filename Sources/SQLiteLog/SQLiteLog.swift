public import Cryptography
public import EventLog
public import Events
internal import Files
internal import Glibc
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
/// Several threads may share one log, and several processes one file: one of them writes at a time,
/// and each query sees one state. Threads that append at the same time share a transaction, and with
/// it the wait for the disk; each is answered once its events are durable. While the file is open, its write-ahead journal (`-wal`) and the
/// journal's index (`-shm`) are beside it; the last process that closes the file removes them.
public final class SQLiteLog: FileStore {
  /// The default timeout for other processes' locks: 5,000 ms.
  public static let timeout: Int32 = 5_000

  private let file: Mutex<LogFile?>
  private let groups = AppendGroups()
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

  /// Creates a ledger file without events.
  ///
  /// - Parameters:
  ///   - timeout: how long to wait for another process's lock, in milliseconds.
  ///   - clock: the current time; called once for each event recorded.
  /// - Throws: ``LogFailure/alreadyThere``; ``LogFailure/missing`` if the folder does not exist;
  ///   the other cases about the file. Nothing is left at the path then.
  public static func create(
    at path: String, timeout: Int32 = timeout, clock: @escaping @Sendable () -> Instant,
    trust: ClockTrust = ClockTrust()
  ) throws(LogFailure) -> SQLiteLog {
    let database = try Connection.create(at: path, timeout: timeout)
    let file = try LogFile(database, isReadOnly: false, timeout: timeout)
    return SQLiteLog(file, clock: clock, trust: trust)
  }

  /// Opens a ledger file.
  ///
  /// In a read-only folder, or on a full disk, the file is opened as immutable: no other process
  /// may change it meanwhile. For appending, the file's tables, indexes and triggers must be those
  /// of the format.
  ///
  /// Cost: some milliseconds, independent of the log's length; more if a killed process left a
  /// journal, which is checked first.
  ///
  /// - Parameters:
  ///   - timeout: how long to wait for another process's lock, in milliseconds.
  ///   - clock: the current time; called once for each event recorded.
  /// - Throws: ``LogFailure``, one of the cases about the file.
  public init(
    opening path: String, access: StoreAccess, timeout: Int32 = timeout,
    clock: @escaping @Sendable () -> Instant, trust: ClockTrust = ClockTrust()
  ) throws(LogFailure) {
    let path = try LedgerPath.ledger(at: path)
    let database =
      switch access {
      case .readWrite: try Connection.openToWrite(path, timeout: timeout)
      case .readOnly: try Connection.openToRead(path, timeout: timeout)
      }
    file = Mutex(
      try LogFile(database, isReadOnly: access == .readOnly, timeout: timeout))
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
    try create(at: place, timeout: timeout, clock: clock, trust: trust)
  }

  public func publish() {}

  public func replicaState() -> ReplicaState? { nil }

  /// Looks every 200 ms.
  public func waitForEvent(
    after last: Position, milliseconds: Int
  ) throws(LogFailure) -> Bool {
    var left = milliseconds
    while try head().last <= last {
      guard left > 0 else { return false }
      usleep(UInt32(min(left, 200)) * 1_000)
      left -= 200
    }
    return true
  }

  public static func exists(at place: String) -> Bool { Folder.exists(place) }

  public func movedTo() throws(LogFailure) -> String? {
    try withFile { (file) throws(LogFailure) in
      try LogFile.place(in: file.database, file.timeout)
    }
  }

  public func leave(for place: String, once copy: (LogHead) throws -> Void) throws {
    try capturingError(copy) { copy in
      try file.withLock { (file) throws(LogFailure) in
        guard file != nil else { throw Self.closed }
        try file?.leave(for: place) { copy($0) != nil }
      }
    }
  }

  /// Copies the journal into the file and closes the log; the file can then be renamed, linked or
  /// copied without others. Every later call on this log fails.
  ///
  /// - Throws: ``LogFailure/busy(seconds:)`` if another process is in a query or an append; the log
  ///   then stays open.
  public func seal() throws(LogFailure) {
    try file.withLock { (file) throws(LogFailure) in
      guard file != nil else { throw Self.closed }
      try file?.checkpoint()
      file = nil
    }
  }

  /// Copies one consistent state of the log into a new file; other processes may append meanwhile.
  ///
  /// The copy's bytes are on the disk when this returns, its folder entry not yet. It may be on a
  /// network drive, because it is not used there.
  ///
  /// - Returns: the end of the copy.
  /// - Throws: ``LogFailure/alreadyThere``, ``LogFailure/full``, ``LogFailure/copyDiffers`` and the
  ///   other cases about the two files; nothing is left at the path then.
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
    let batch = AppendBatch(events: events, condition: condition)
    // Alone on the log, an append takes this lock and no other.
    let alone = try file.withLockIfAvailable { (file) throws(LogFailure) in
      guard let receipt = try file?.append(batch, clock: clock, trust: trust) else {
        throw Self.closed
      }
      return receipt
    }
    if let alone { return alone }
    return try groups.append(batch) { next in
      file.withLock { file in
        file?.append(groupOf: next, clock: clock, trust: trust)
          ?? AppendBatch.all(from: next, failedBy: Self.closed)
      }
    }
  }

  public func append(
    _ events: [EncodedEvent], unless condition: AppendCondition?,
    once step: (Instant) throws -> Void
  ) throws -> AppendReceipt {
    let receipt = try capturingError(step) { step in
      try file.withLock { (file) throws(LogFailure) in
        guard file != nil else { throw Self.closed }
        return try file?.append(
          AppendBatch(events: events, condition: condition), clock: clock, trust: trust,
          once: { step($0) != nil })
      }
    }
    guard let receipt else { throw Self.closed }
    return receipt
  }

  public func appendStream(_ next: () throws -> [EncodedEvent]?) throws -> AppendReceipt {
    func answer(_: Void) throws -> [EncodedEvent]? { try next() }
    let receipt = try capturingError(answer) { next in
      try file.withLock { (file) throws(LogFailure) -> AppendReceipt? in
        guard file != nil else { throw Self.closed }
        return try file?.appendStream(clock: clock, trust: trust) { next(()) }
      }
    }
    guard let receipt else { throw Self.closed }
    return receipt
  }

  /// The end of the log in a copy that no process has open; creates no file beside it.
  ///
  /// - Throws: ``LogFailure`` if the copy cannot be opened or read.
  static func head(ofCopyAt path: String) throws(LogFailure) -> LogHead {
    let database = try Connection.immutable(path)
    var file = try LogFile(database, isReadOnly: true, timeout: 0)
    return try file.head()
  }

  public func restore(_ next: () throws -> RestoredEvent?) throws -> LogHead {
    func answer(_: Void) throws -> RestoredEvent? { try next() }
    try capturingError(answer) { next in
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

  /// Cost: some 50 µs, and a microsecond for each number with characters beyond ASCII.
  public func certificates(
    like number: CertificateNumber
  ) throws(LogFailure) -> [CertificateNumber]? {
    try file.withLock { (file) throws(LogFailure) in
      guard file != nil else { throw Self.closed }
      return try file?.certificates(like: number)
    }
  }

  /// Calls the closure with each matching event; its bytes are not copied from SQLite's memory.
  ///
  /// Cost: a query without subjects or types scans the table or an index and keeps nothing in
  /// memory; any other keeps the matching positions, 8 bytes each, and looks up each event.
  public func read(_ query: EventQuery, _ body: (StoredEvent) throws -> Void) throws {
    try capturingError(body) { body in
      try file.withLock { (file) throws(LogFailure) in
        guard file != nil else { throw Self.closed }
        try file?.read(query) { body($0) != nil }
      }
    }
  }

  public func anotherReader() throws(LogFailure) -> (any EventLog)? {
    let source = try file.withLock { (file) throws(LogFailure) in
      guard file != nil else { throw Self.closed }
      return try file?.source()
    }
    guard let source else { return nil }
    return SQLiteLog(try LogFile(source), clock: clock, trust: trust)
  }

  public func daysInFoldOrder(every count: Int) throws(LogFailure) -> [CalendarDate] {
    try file.withLock { (file) throws(LogFailure) in
      guard file != nil else { throw Self.closed }
      return try file?.daysInFoldOrder(every: count) ?? []
    }
  }

  /// Runs the closure with the open file, under its lock.
  func withFile<Value: Sendable>(
    _ body: @Sendable (borrowing LogFile) throws(LogFailure) -> Value
  ) throws(LogFailure) -> Value {
    let value = try file.withLock { (file) throws(LogFailure) -> Value? in
      guard file != nil else { throw Self.closed }
      return try file?.lend(to: body)
    }
    guard let value else { throw Self.closed }
    return value
  }

  private static var closed: LogFailure { .system(code: 0, "the ledger was closed") }
}
