public import Cryptography
public import Events

/// A type of store for ledgers: creates, opens, copies and verifies logs.
///
/// A program names its store in one place; all other code uses ``EventLog``.
public protocol LedgerStore: RestorableLog {
  /// Creates an empty log.
  ///
  /// - Parameter clock: the current time; called once for each event recorded.
  /// - Throws: ``LogFailure/alreadyThere``; ``LogFailure/missing`` if its folder does not exist;
  ///   the failures of the store. Nothing is left at the place then.
  static func create(
    at place: String, clock: @escaping @Sendable () -> Instant, trust: ClockTrust
  ) throws(LogFailure) -> Self

  /// Opens an existing log.
  ///
  /// Cost: some milliseconds, independent of the log's length.
  ///
  /// - Throws: ``LogFailure``, one of the cases about the file.
  static func open(
    at place: String, for access: StoreAccess, clock: @escaping @Sendable () -> Instant,
    trust: ClockTrust
  ) throws(LogFailure) -> Self

  /// Whether something is at the place of a log. Waits until whoever is creating one there has ended, also a process
  /// whose connection was lost: what it had begun is done or undone then.
  ///
  /// - Throws: ``LogFailure`` if that is not known.
  static func exists(at place: String) throws(LogFailure) -> Bool

  /// Reads a whole log and compares all that the store derives from the events (columns, tags,
  /// hashes) with the events' bytes; changes nothing.
  ///
  /// - Parameters:
  ///   - sizes: the tree sizes whose roots are returned.
  ///   - progress: called from time to time with the last position read.
  /// - Throws: ``LogFailure`` if the log cannot be read at all.
  static func verify(
    at place: String, rootsAt sizes: Set<UInt64>, progress: (Position) -> Void
  ) throws(LogFailure) -> LogVerification

  /// Keeps everybody from appending while the log is copied, then marks it as moved: every later append throws
  /// ``LogFailure/moved(to:)``, whichever program makes it. What it contains can still be read and verified.
  ///
  /// - Parameters:
  ///   - place: where it is from then on.
  ///   - copy: copies the log up to the given end, by way of another view (``EventLog/anotherReader()``); its error is
  ///     rethrown.
  /// - Throws: ``LogFailure/moved(to:)`` if it was moved before; the failures of the store. The log is as it was then.
  func leave(for place: String, once copy: (LogHead) throws -> Void) throws

  /// Where a log that was moved is now; nil for one that was not.
  func movedTo() throws(LogFailure) -> String?

  /// How far a replica is; nil for a log that may be written where it is.
  func replicaState() throws(LogFailure) -> ReplicaState?

  /// Waits until the log has an event after a position, by whoever it was appended; a server wakes those who wait.
  ///
  /// - Parameter milliseconds: how long to wait at most; the log is locked meanwhile.
  /// - Returns: whether it has one.
  func waitForEvent(after last: Position, milliseconds: Int) throws(LogFailure) -> Bool

  /// Makes a log that was just created be found at its place; nothing where the log is a file, which its creator
  /// puts there.
  ///
  /// - Throws: ``LogFailure/alreadyThere`` if another log is there by now; the failures of the store.
  func publish() throws(LogFailure)
}

/// What a replica of a log knows.
public struct ReplicaState: Hashable, Sendable {
  /// The last position that it has.
  public let last: Position
  /// How many seconds ago the last change that it has was made, or it was started, if it has had none since; nil if that
  /// is not known.
  public let seconds: Int?
  /// How many bytes it has received from its server and not applied yet.
  public let waiting: Int

  public init(last: Position, seconds: Int?, waiting: Int = 0) {
    self.last = last
    self.seconds = seconds
    self.waiting = waiting
  }
}

/// A store that keeps each log in a file, which its creator puts at its place when it is whole.
public protocol FileStore: LedgerStore {
  /// Copies one consistent state of the log into a new file and compares the ends of the two; other
  /// processes may append meanwhile.
  ///
  /// The copy's bytes are on the disk when this returns, its folder entry not yet.
  ///
  /// - Returns: the end of the copy.
  /// - Throws: ``LogFailure/alreadyThere``, ``LogFailure/full``, ``LogFailure/copyDiffers`` and the
  ///   failures of the store; nothing is left at the path then.
  func copy(to path: String) throws(LogFailure) -> LogHead

  /// Writes everything to the main file and closes the log; the file can then be linked or copied
  /// without others. Every later call on this log fails.
  ///
  /// - Throws: ``LogFailure/busy(seconds:)`` if another process uses it; the log then stays open.
  func seal() throws(LogFailure)
}

/// The access with which a log is opened.
public enum StoreAccess: Hashable, Sendable {
  /// Appends and reads; if the file's permissions only allow reading, an append throws
  /// ``LogFailure/readOnly``.
  case readWrite
  /// Reads; every append throws ``LogFailure/readOnly``.
  case readOnly
}

/// The result of verifying a log.
public struct LogVerification: Sendable {
  /// The number of events.
  public let events: UInt64
  /// The tree roots at the requested sizes that the log has reached, computed from the events'
  /// bytes.
  public let roots: [UInt64: Digest]
  /// The tree root at the end, computed from the events' bytes.
  public let root: Digest
  /// The number of events, before the first defect, whose clock was marked as behind.
  public let clockBehind: UInt64
  /// The first defect of the events, then the defects of the whole file. Empty if the log is sound.
  public let defects: [LogDefect]

  public init(
    events: UInt64, roots: [UInt64: Digest], root: Digest, clockBehind: UInt64,
    defects: [LogDefect]
  ) {
    self.events = events
    self.roots = roots
    self.root = root
    self.clockBehind = clockBehind
    self.defects = defects
  }
}
