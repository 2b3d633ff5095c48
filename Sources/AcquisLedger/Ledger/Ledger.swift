public import EventLog
public import Events
internal import Files
internal import SQLite
public import Vault

/// A certification ledger at a path: creates, opens, asks, records, erases, signs and copies it.
///
/// ```swift
/// let ledger = Ledger(at: "afpols.ledger")
/// let question = try ledger.question(on: day)
/// let state = try question.status(of: try CandidacyID("D-2021-004"))
/// ```
///
/// The path is the log's; the other files of the ledger are beside it: the persons' keys (`.vault`) under
/// their master key (`.master`), the signing key (`.signing`), its public key (`.vkeys`) and the signed
/// checkpoints (`.signed`); who may use it from elsewhere (`.access`) and what they opened (`.opened`) are there
/// too, and in no copy. The value opens no file until it is used, and can be shared between tasks.
public struct Ledger: Sendable {
  /// Where it is.
  public let place: LedgerPlace
  /// The source of events' instants.
  public let clock: LedgerClock
  /// Called with each notice.
  let report: @Sendable (LedgerNotice) -> Void
  let store: any LedgerStore.Type
  /// Whether it may sign checkpoints with the key beside it.
  private(set) var maySign = true
  /// Called with the person of each text that is opened to be shown.
  private(set) var shown: (@Sendable (Person) -> Void)?
  /// Keeps logs open between uses; nil: each use opens one.
  private(set) var kept: KeptLogs?

  /// - Parameters:
  ///   - place: where the log and the files beside it are.
  ///   - clock: the source of events' instants.
  ///   - report: called with each notice, on the calling thread.
  public init(
    at place: LedgerPlace, clock: LedgerClock = .system(),
    report: @escaping @Sendable (LedgerNotice) -> Void = { _ in }
  ) {
    self.place = place
    self.clock = clock
    self.report = report
    store = Stores.store(of: place)
  }

  /// A ledger in a file.
  public init(
    at path: String, clock: LedgerClock = .system(),
    report: @escaping @Sendable (LedgerNotice) -> Void = { _ in }
  ) {
    self.init(at: LedgerPlace(path), clock: clock, report: report)
  }

  /// The log's place as given: a path, whose link is not followed, or an address.
  public var path: String { place.log }

  /// The path that the ledger's other files begin with: of a log in a file the file's own, where ``path`` is a link.
  public var file: String { place.files }

  /// Opens the log for reading.
  public func log() throws(LogFailure) -> any EventLog { try openedLog() }

  /// Opens the log for appending, and checks that it continues its last signed state: nothing is appended to
  /// a history that was cut or rewritten. Clears what an interrupted creation left beside it.
  ///
  /// - Throws: ``LogFailure``; ``LedgerFailure/notContinued(_:)``; ``SigningFailure``.
  public func writableLog() throws -> any EventLog {
    let log = try kept?.writer(of: place, open: openedToAppend) ?? openedToAppend()
    try checkContinues(log)
    reportSharedDrive()
    return log
  }

  /// Reads the whole log and compares everything that the store keeps with the events' bytes.
  ///
  /// Cost: a reading and a hash of every event.
  ///
  /// - Parameters:
  ///   - sizes: numbers of events at which the root is returned.
  ///   - progress: called now and then with the last position read.
  /// - Throws: ``LogFailure`` if the log cannot be read at all.
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

  func openedToAppend() throws -> any LedgerStore {
    // A log that is a file has a second name until then; one on a server is missing until it is whole.
    if !place.isShared { CreationFolder.clear(beside: file, isAwaited: true) }
    let log = try store.open(at: path, for: .readWrite, clock: clock.now, trust: clock.trust)
    if place.isShared { CreationFolder.clear(beside: file) }
    if let place = try log.movedTo() { throw LogFailure.moved(to: place) }
    return log
  }

  func openedLog() throws(LogFailure) -> any LedgerStore {
    func open() throws(LogFailure) -> any LedgerStore {
      let log = try store.open(at: path, for: .readOnly, clock: clock.now, trust: clock.trust)
      if let place = try log.movedTo() { report(.moved(to: place)) }
      if let state = try log.replicaState() { report(.replica(state)) }
      return log
    }
    guard let kept else { return try open() }
    return try kept.reader(of: place, open: open)
  }

  /// This ledger for a server of many threads: its logs stay open, one for each thread that reads and one for
  /// all that append.
  public func keepingLogs() -> Ledger {
    var ledger = self
    ledger.kept = KeptLogs()
    return ledger
  }

  /// This ledger as a server uses it: it never reads the signing key, and says whose texts are shown.
  ///
  /// - Parameter shown: called with the person of each text that is opened to be shown, on the calling thread;
  ///   nil where none is.
  public func served(shown: (@Sendable (Person) -> Void)?) -> Ledger {
    var served = self
    served.maySign = false
    served.shown = shown
    return served
  }

  /// This ledger while it is created: its files begin with another path.
  func draft(beside path: String) -> Ledger {
    Ledger(at: place.draft(beside: path), clock: clock, report: report)
  }

  /// This ledger with another clock.
  public func with(clock: LedgerClock) -> Ledger {
    Ledger(at: place, clock: clock, report: report)
  }

  /// - Throws: ``LedgerFailure/notContinued(_:)`` if the log contradicts the last checkpoint it signed.
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
    if !place.isShared, NetworkDrive.isInUserSpace(Folder.of(file)) { report(.sharedDrive) }
  }
}
