public import EventLog
public import Rules
internal import Vault

extension Ledger {
  /// What records facts in this ledger; several commands may be given to one.
  ///
  /// - Throws: as ``writableLog()``.
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

  /// Records old facts as they are, all or none, and reports what they break
  /// (``Recorder/importFacts(_:)``).
  public func importFacts(
    _ submissions: [Submission]
  ) throws -> (receipt: AppendReceipt, findings: [Finding]) {
    var recorder = try recorder()
    let receipt = try recorder.importFacts(submissions)
    return (receipt, try recorder.log.findings(causedBy: receipt, on: clock.today))
  }

  /// What erases persons of this ledger.
  ///
  /// - Throws: as ``writableLog()`` and ``vault(_:)``.
  public func erasure() throws -> Erasure {
    Erasure(log: try writableLog(), vault: try vault(.toSeal), clock: clock.now)
  }
}
