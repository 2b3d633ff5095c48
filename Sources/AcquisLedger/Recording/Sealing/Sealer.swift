package import EventLog
package import Events
package import Vault

/// Turns submissions into events: seals their texts about persons, and checks that the ids they name exist.
///
/// ```swift
/// let sealed = try sealer.seal(submissions, for: .judging)
/// try sealer.commit()  // and only then append its events
/// ```
///
/// All or none: if a submission fails, no key created for its batch stays in the vault.
///
/// Cost: about ten microseconds a submission, and an index read for each subject that occurs for the first
/// time.
package struct Sealer {
  /// Why a batch is sealed.
  package enum Purpose: Sendable {
    /// Commands: each may name ids that the log and earlier submissions introduce, and is marked with the
    /// edition of the rules that judge it.
    case judging
    /// Old facts, which are not judged: each may name ids that the log and the whole batch introduce,
    /// because late entries are in any order.
    case importing
  }

  private let log: any EventLog
  private let clock: @Sendable () -> Instant
  private var vault: VaultOnDemand
  /// Subjects found in the log, so that each is looked up once.
  private var recorded: Set<Subject> = []
  /// Whether the vault has new keys that are neither durable nor rolled back.
  private var isUncommitted = false

  /// Texts of the last batch that are about erased persons and were left out.
  package private(set) var leftOut: [LeftOutText] = []

  /// - Parameters:
  ///   - vault: opens the vault; called at most once, and only if something is to be sealed.
  ///   - clock: returns the current instant.
  package init(
    log: any EventLog, vault: @escaping () throws(VaultFailure) -> Vault,
    clock: @escaping @Sendable () -> Instant
  ) {
    self.log = log
    self.clock = clock
    self.vault = VaultOnDemand(vault)
  }

  /// Seals a batch; its new keys are made durable by ``commit()``.
  ///
  /// Sealing the same submissions with ids again gives the same events.
  ///
  /// - Throws: ``SubmissionFailure``, naming the line.
  package mutating func seal(
    _ submissions: [Submission], for purpose: Purpose
  ) throws(SubmissionFailure) -> SealedBatch {
    let source = GivenSubmissions(submissions: submissions)
    let events = try sealing(source) { (batch) throws(SubmissionFailure) -> [EncodedEvent] in
      switch purpose {
      case .judging: return try batch.commands()
      case .importing:
        var events: [EncodedEvent] = []
        events.reserveCapacity(submissions.count)
        _ = try batch.oldFacts { (event, _) throws(SubmissionFailure) in events.append(event) }
        return events
      }
    }
    return SealedBatch(events: events, lines: submissions.map(\.line))
  }

  /// Seals old facts one by one and passes each on with its line, until one is wrong.
  ///
  /// Their keys are made durable every 50,000 events, so that the vault does not keep all in memory; the last
  /// ones by ``commit()``.
  ///
  /// - Returns: what they introduce and name.
  /// - Throws: ``SubmissionFailure``: everything that is wrong.
  mutating func sealOldFacts(
    of source: some SubmissionSource, _ progress: (ImportProgress) -> Void,
    _ take: (EncodedEvent, Int) throws(SubmissionFailure) -> Void
  ) throws(SubmissionFailure) -> BatchSurvey {
    try sealing(source) { (batch) throws(SubmissionFailure) -> BatchSurvey in
      try batch.oldFacts(committingEvery: 50_000, progress: progress, take)
    }
  }

  /// Runs a step that seals a batch; if it fails, drops the keys that are not durable.
  private mutating func sealing<Value>(
    _ source: some SubmissionSource,
    _ step: (inout BatchSealer) throws(SubmissionFailure) -> Value
  ) throws(SubmissionFailure) -> Value {
    var batch = BatchSealer(
      of: log, source, vault: vault, recorded: recorded, on: clock().dayInParis)
    isUncommitted = true
    defer {
      (vault, recorded, leftOut) = (batch.vault, batch.existing.recorded, batch.leftOut)
    }
    do throws(SubmissionFailure) {
      return try step(&batch)
    } catch {
      batch.vault.opened?.rollback()
      isUncommitted = false
      throw error
    }
  }

  /// Makes the keys created since the last commit durable; to be called before the events are appended.
  ///
  /// - Throws: ``SubmissionFailure`` without a line.
  package mutating func commit() throws(SubmissionFailure) {
    do throws(VaultFailure) { try vault.opened?.commit() } catch { throw SubmissionFailure(error) }
    isUncommitted = false
  }

  /// Opens the vault, or returns the one that is open.
  package mutating func openVault() throws(VaultFailure) -> Vault { try vault.vault() }

  /// Drops the keys created since the last commit; their events must not be appended.
  package mutating func rollback() {
    guard isUncommitted else { return }
    vault.opened?.rollback()
    isUncommitted = false
  }
}

/// A vault that is opened when it is first needed.
struct VaultOnDemand {
  private let open: () throws(VaultFailure) -> Vault
  /// Nil if it was not needed yet.
  private(set) var opened: Vault?

  init(_ open: @escaping () throws(VaultFailure) -> Vault) { self.open = open }

  /// Opens the vault at the first call.
  mutating func vault() throws(VaultFailure) -> Vault {
    if let opened { return opened }
    let vault = try open()
    opened = vault
    return vault
  }
}
