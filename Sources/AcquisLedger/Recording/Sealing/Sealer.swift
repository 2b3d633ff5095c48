package import EventLog
internal import Events
package import Vault

/// Makes events of submissions: what they say about persons is sealed, what they name is known.
///
/// ```swift
/// let sealed = try sealer.seal(submissions, for: .judging)
/// try sealer.commit()  // and only then append its events
/// ```
///
/// All or none: where a submission fails, no key made for its batch stays in the vault.
///
/// Cost: some ten microseconds a submission, beside an index read for each subject met for the first
/// time.
package struct Sealer {
  /// What a batch is sealed for.
  package enum Purpose: Sendable {
    /// Commands: each may name what the log and the submissions before it introduce, and is marked with
    /// the edition of the rules that judge it.
    case judging
    /// Old facts, recorded as they are: each may name what the log and the whole batch introduce, for
    /// late entries come in any order.
    case importing
  }

  private let log: any EventLog
  private var vault: VaultOnDemand
  /// Subjects found in the log, where they stay: so that each is looked for once.
  private var recorded: Set<Subject> = []
  /// Whether a batch was sealed whose keys are neither durable nor rolled back.
  private var isUncommitted = false

  /// - Parameter vault: opens the vault; called at most once, and only if something is to be sealed.
  package init(log: any EventLog, vault: @escaping () throws(VaultFailure) -> Vault) {
    self.log = log
    self.vault = VaultOnDemand(vault)
  }

  /// Seals a batch; the keys it needs wait in the vault for ``commit()``.
  ///
  /// Sealed again, the same submissions with their ids become the same events.
  ///
  /// - Throws: ``SubmissionFailure``, naming the line.
  package mutating func seal(
    _ submissions: [Submission], for purpose: Purpose
  ) throws(SubmissionFailure) -> SealedBatch {
    var batch = BatchSealer(of: log, vault: vault, recorded: recorded)
    isUncommitted = true
    defer { (vault, recorded) = (batch.vault, batch.existing.recorded) }
    do throws(SubmissionFailure) {
      let events: [EncodedEvent]
      switch purpose {
      case .judging: events = try batch.commands(submissions)
      case .importing: events = try batch.oldFacts(submissions)
      }
      return SealedBatch(events: events, lines: submissions.map(\.line))
    } catch {
      batch.vault.opened?.rollback()
      isUncommitted = false
      throw error
    }
  }

  /// Makes the keys durable that were made since the last commit: before the events are appended.
  ///
  /// - Throws: ``SubmissionFailure`` of no line.
  package mutating func commit() throws(SubmissionFailure) {
    do throws(VaultFailure) { try vault.opened?.commit() } catch { throw SubmissionFailure(error) }
    isUncommitted = false
  }

  /// Forgets the keys made since the last commit, if any: their events are not appended.
  package mutating func rollback() {
    guard isUncommitted else { return }
    vault.opened?.rollback()
    isUncommitted = false
  }
}

/// A vault that is opened when something is to be sealed for the first time.
struct VaultOnDemand {
  private let open: () throws(VaultFailure) -> Vault
  /// The vault; nil where it was not needed yet.
  private(set) var opened: Vault?

  init(_ open: @escaping () throws(VaultFailure) -> Vault) { self.open = open }

  /// The vault, opened now if it was not.
  mutating func vault() throws(VaultFailure) -> Vault {
    if let opened { return opened }
    let vault = try open()
    opened = vault
    return vault
  }
}
