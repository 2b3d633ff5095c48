internal import AcquisLedger
internal import EventLog
public import Events

/// Measures a ledger's operations on this machine against a baseline: direct SQLite calls on the
/// same rows.
///
/// Operation and baseline alternate, so that a slow moment affects both; the median of the rounds
/// is reported.
public struct Benchmark {
  /// The path of the ledger to read; its events are written again into new files.
  let ledger: String
  /// Where new files are created: on the disk to measure.
  let folder: String
  /// The path of this program, for what is measured as a whole command.
  let program: String
  let clock: @Sendable () -> Instant
  let read: Ledger

  /// - Parameters:
  ///   - ledger: the path of the ledger to read. Some decisions are appended to it.
  ///   - folder: a folder of its own for new files.
  ///   - program: the path of the program, which is started for whole commands.
  ///   - clock: dates the events that are written.
  public init(
    ledger: String, folder: String, program: String, clock: @escaping @Sendable () -> Instant
  ) {
    self.ledger = ledger
    self.folder = folder
    self.program = program
    self.clock = clock
    read = Ledger(
      at: ledger, clock: LedgerClock(now: clock, trust: ClockTrust(isAccepted: true)))
  }

  /// Runs all measurements: writing, reading, queries, rules, whole commands.
  ///
  /// - Parameter progress: called with the name of each group of measurements before it starts.
  /// - Throws: the failures of the ledger; ``RawSQLiteFailure`` of the baseline; ``CommandFailure``.
  public func run(progress: (String) -> Void) throws -> [Measurement] {
    let groups: [(String, () throws -> [Measurement])] = [
      ("one event at a time, by one caller and by sixteen", measureSingleAppends),
      ("events in thousands", measureBatches),
      ("decoding", measureDecoding),
      ("replay", measureReplay),
      ("every candidacy's state", measureList),
      ("one candidacy's status", measureStatus),
      ("verification", measureVerification),
      ("restoring", measureRestoring),
      ("whole commands", measureCommands),
      ("every rule over the whole history", measureFindings),
      // Last, because they are appended to the ledger that the others read.
      ("one decision, judged and recorded", measureDecisions),
    ]
    return try groups.flatMap { name, measure in
      progress(name)
      return try measure()
    }
  }

  // MARK: Ledgers

  /// Creates a ledger without events or vault.
  func emptyLog(_ name: String) throws -> any EventLog {
    let ledger = Ledger(at: "\(folder)/\(name).ledger", clock: LedgerClock(now: clock))
    try ledger.create(vault: .useExisting) { _ in }
    return try ledger.writableLog()
  }

  /// The first events of the ledger, without annulments: in whatever order, a log accepts them.
  func events(_ count: Int) throws -> [Event] {
    let log = try read.log()
    var events: [Event] = []
    try log.read(EventQuery(limit: count)) { stored in
      if stored.type != .eventAnnulled { events.append(try stored.envelope().event) }
    }
    return events
  }

  /// The ids of the candidacies enrolled, at most so many, from the whole history.
  func candidacies(_ most: Int) throws -> [CandidacyID] {
    var found: [CandidacyID] = []
    try read.log().read(EventQuery(types: [.candidateEnrolled])) { stored in
      if case .candidateEnrolled(let data) = try stored.envelope().event.fact {
        found.append(data.candidacy)
      }
    }
    let step = max(1, found.count / max(1, most))
    return stride(from: 0, to: found.count, by: step).map { found[$0] }
  }
}
