public import EventLog
public import Rules
internal import Vault

extension Ledger {
  /// A recorder of this ledger, for any number of batches.
  ///
  /// - Throws: the errors of ``writableLog()``.
  public func recorder() throws -> Recorder {
    Recorder(
      log: try writableLog(), vault: { () throws(VaultFailure) in try vault(.toSeal) },
      clock: clock.now)
  }

  /// Judges commands by the rules and records them, all or none (``Recorder/record(_:isDryRun:)``).
  public func record(
    _ submissions: [Submission], isDryRun: Bool = false
  ) throws -> RecordOutcome {
    var recorder = try recorder()
    return try recorder.record(submissions, isDryRun: isDryRun)
  }

  /// Records old facts without judging them, all or none, and returns what they break
  /// (``Recorder/importFacts(_:)``).
  public func importFacts(
    _ submissions: [Submission]
  ) throws -> (receipt: AppendReceipt, findings: [Finding]) {
    var recorder = try recorder()
    let receipt = try recorder.importFacts(submissions)
    return (receipt, try recorder.log.findings(causedBy: receipt, on: clock.today))
  }

  /// The erasure of persons in this ledger.
  ///
  /// - Throws: the errors of ``writableLog()`` and ``vault(_:)``.
  public func erasure() throws -> Erasure {
    Erasure(log: try writableLog(), vault: try vault(.toSeal), clock: clock.now)
  }
}
