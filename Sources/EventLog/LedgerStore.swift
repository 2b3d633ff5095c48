public import Cryptography
public import Events

/// A kind of store that ledgers are kept in: how a log of it is made, opened, copied and verified.
///
/// A program names its store once, where it is put together; all else speaks of ``EventLog``.
public protocol LedgerStore: RestorableLog {
  /// Makes an empty log where there is nothing yet.
  ///
  /// - Parameters:
  ///   - clock: what time it is; asked once for each event taken in.
  ///   - trust: how far the clock is believed.
  /// - Throws: ``LogFailure/alreadyThere``; ``LogFailure/missing`` where its folder is; the failures of
  ///   the store. Nothing is left at the place then.
  static func create(
    at place: String, clock: @escaping @Sendable () -> Instant, trust: ClockTrust
  ) throws(LogFailure) -> Self

  /// Opens a log that is there, some milliseconds whatever its length.
  ///
  /// - Throws: ``LogFailure``, a case of the store.
  static func open(
    at place: String, for access: StoreAccess, clock: @escaping @Sendable () -> Instant,
    trust: ClockTrust
  ) throws(LogFailure) -> Self

  /// Reads a log from its first event to its last and compares everything kept of it with the events'
  /// bytes; changes nothing.
  ///
  /// - Parameters:
  ///   - sizes: at which the roots are wanted.
  ///   - progress: called now and then with how far the events were read.
  /// - Throws: ``LogFailure`` where it cannot be read at all.
  static func verify(
    at place: String, rootsAt sizes: Set<UInt64>, progress: (Position) -> Void
  ) throws(LogFailure) -> LogVerification

  /// Copies the log, as it stands at one moment, into one file where there is nothing yet, and reads the
  /// copy's end once; others append meanwhile.
  ///
  /// The copy is on the disk when this returns, its name in the folder not yet.
  ///
  /// - Returns: the end of the copied log.
  /// - Throws: ``LogFailure/alreadyThere``, ``LogFailure/full``, ``LogFailure/copyDiffers`` and the
  ///   failures of the store; nothing is left at the path then.
  func copy(to path: String) throws(LogFailure) -> LogHead

  /// Brings everything into the one file and closes it: it can then be linked or copied alone. Every
  /// later use of this log fails.
  ///
  /// - Throws: ``LogFailure/busy(seconds:)`` while another process has it open; the log then stays open.
  func seal() throws(LogFailure)
}

/// What a log is opened for.
public enum StoreAccess: Hashable, Sendable {
  /// To append and read; where the system only allows to read, an append fails.
  case readWrite
  /// To read: every append fails.
  case readOnly
}

/// What a verification of a log found.
public struct LogVerification: Sendable {
  /// How many events there are.
  public let events: UInt64
  /// The roots at the sizes asked for, as far as the log goes, from the events' bytes alone.
  public let roots: [UInt64: Digest]
  /// The root at the end.
  public let root: Digest
  /// How many entries were recorded with a clock behind the last instant, before the first defect.
  public let clockBehind: UInt64
  /// What is wrong: of the events, the first defect alone, then what concerns the whole log. Empty
  /// where everything holds.
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
