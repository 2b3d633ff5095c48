public import EventLog
public import Events
internal import Files
internal import SQLite

/// A certification ledger at a place: everything that a program does with one.
///
/// ```swift
/// let ledger = Ledger(at: "afpols.ledger")
/// let question = try ledger.question(on: day)
/// let state = try question.status(of: try CandidacyID("D-2021-004"))
/// ```
///
/// The place is the path of the log; what else belongs to the ledger lies beside it: the keys of persons
/// (`.vault`) under their master key (`.master`), the key that signs (`.signing`), its public half
/// (`.vkeys`) and the checkpoints signed (`.signed`). Opens nothing by itself; safe to share.
public struct Ledger: Sendable {
  /// The path it was given.
  public let path: String
  /// What gives events their instants.
  public let clock: LedgerClock
  /// Called with what is reported beside an answer.
  let report: @Sendable (LedgerNotice) -> Void
  let store: any LedgerStore.Type

  /// - Parameters:
  ///   - path: of the log.
  ///   - clock: what gives events their instants.
  ///   - report: called with what is worth saying while the ledger does what it was asked.
  public init(
    at path: String, clock: LedgerClock = .system(),
    report: @escaping @Sendable (LedgerNotice) -> Void = { _ in }
  ) {
    self.path = path
    self.clock = clock
    self.report = report
    store = Stores.store(of: path)
  }

  /// The path of the file itself, where a link leads to it: what belongs to it lies beside that.
  public var file: String { Folder.resolved(path) }

  /// Opens the log to be asked.
  public func log() throws(LogFailure) -> any EventLog { try openedLog() }

  /// Opens the log to be added to, and sees that it holds what it last signed: nothing is added to a
  /// history that was cut or rewritten. Clears what a killed making left beside it.
  ///
  /// - Throws: ``LogFailure``; ``LedgerFailure/notContinued(_:)``; ``SigningFailure``.
  public func writableLog() throws -> any EventLog {
    CreationFolder.clear(beside: file, isAwaited: true)
    let log = try store.open(at: path, for: .readWrite, clock: clock.now, trust: clock.trust)
    try checkContinues(log)
    reportSharedDrive()
    return log
  }

  /// Reads the whole log again and compares everything kept of it with the events' bytes.
  ///
  /// - Parameters:
  ///   - sizes: at which the roots are wanted.
  ///   - progress: called now and then with how far the events were read.
  /// - Throws: ``LogFailure`` where it cannot be read at all.
  public func verify(
    rootsAt sizes: Set<UInt64>, progress: (Position) -> Void
  ) throws(LogFailure) -> LogVerification {
    try Self.verify(store, path, sizes, progress)
  }

  private static func verify<Store: LedgerStore>(
    _ store: Store.Type, _ path: String, _ sizes: Set<UInt64>, _ progress: (Position) -> Void
  ) throws(LogFailure) -> LogVerification {
    try Store.verify(at: path, rootsAt: sizes, progress: progress)
  }

  func openedLog() throws(LogFailure) -> any LedgerStore {
    try store.open(at: path, for: .readOnly, clock: clock.now, trust: clock.trust)
  }

  /// A ledger under another path, with the same clock and the same reports.
  func draft(at path: String) -> Ledger { Ledger(at: path, clock: clock, report: report) }

  /// This ledger with another clock.
  public func with(clock: LedgerClock) -> Ledger { Ledger(at: path, clock: clock, report: report) }

  /// - Throws: ``LedgerFailure/notContinued(_:)`` where the log contradicts the last checkpoint it
  ///   signed.
  func checkContinues(_ log: some EventLog) throws {
    do {
      try log.checkLastSigned(beside: file)
    } catch SigningFailure.notPermitted(.notes) {
      report(.lastSignedNotCompared)
    } catch let reason as Discontinuity {
      throw LedgerFailure.notContinued(reason)
    }
  }

  func reportSharedDrive() {
    if NetworkDrive.isInUserSpace(Folder.of(file)) { report(.sharedDrive) }
  }
}
