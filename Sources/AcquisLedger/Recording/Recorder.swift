public import EventLog
public import Events
public import Rules
public import Vault

/// Records what is submitted: a pipeline of values, submitted → sealed → judged → appended.
///
/// ```swift
/// var recorder = Recorder(log: log, vault: { try ledger.vault() }, clock: clock)
/// switch try recorder.record(submissions) {
/// case .recorded(let receipt, let findings): …
/// case .refused(let line, let refusals): …
/// }
/// ```
///
/// A ``Submission`` is an event in clear; a ``Sealer`` makes a ``SealedBatch`` of submissions; the rules
/// make a ``JudgedBatch`` of its events, with the condition under which the judgement holds; the log
/// appends them under it. Each stage returns a value or throws; none leaves anything behind where it fails.
///
/// Cost: some ten to forty index reads for a command, then the append: well under 3 ms on a ledger of
/// a million events.
public struct Recorder {
  /// The log it records in.
  public let log: any EventLog
  private var sealer: Sealer
  private let clock: @Sendable () -> Instant

  /// How often commands are judged anew because another writer came in between; for each time, another
  /// writer's append succeeded.
  private static var attempts: Int { 100 }

  /// - Parameters:
  ///   - vault: opens the vault; called at most once, and only if something is to be sealed.
  ///   - clock: what time it is.
  public init(
    log: any EventLog, vault: @escaping () throws(VaultFailure) -> Vault,
    clock: @escaping @Sendable () -> Instant
  ) {
    self.log = log
    sealer = Sealer(log: log, vault: vault)
    self.clock = clock
  }

  /// Judges commands by the rules, in order, each seeing the ones before, and records them: all or none.
  ///
  /// A command whose id the log holds already is a retry: it is not judged again.
  ///
  /// - Parameter isDryRun: judges and records nothing.
  /// - Throws: ``SubmissionFailure``, naming the line. Nothing was recorded then, nor where it is
  ///   refused; keys that an earlier attempt made durable stay in the vault, unused.
  public mutating func record(
    _ submissions: [Submission], isDryRun: Bool = false
  ) throws(SubmissionFailure) -> RecordOutcome {
    let commands = submissions.map { $0.identified(at: clock()) }
    // The keys of what is refused, of a dry run and of what fails are not kept.
    defer { sealer.rollback() }
    do {
      for _ in 0..<Self.attempts {
        // Sealed anew each time: whom a candidacy concerns may have been corrected meanwhile.
        let sealed = try sealer.seal(commands, for: .judging)
        let judged = try JudgedBatch(sealed.events, in: log, at: clock())
        if let refused = judged.refused {
          return .refused(line: sealed.lines[refused.index], refused.refusals)
        }
        if isDryRun {
          try checkRetries(among: sealed)
          return .allowed(judged.findings)
        }
        try sealer.commit()
        if let receipt = try append(sealed, unless: judged.condition) {
          return .recorded(receipt, judged.findings)
        }
      }
    } catch {
      throw SubmissionFailure(error)
    }
    throw SubmissionFailure(line: nil, .contended)
  }

  /// Records old facts as they are, without judging them: all or none.
  ///
  /// - Throws: ``SubmissionFailure`` naming the line; nothing was recorded then. Where the append itself
  ///   failed, keys made for it stay in the vault, unused: they must be durable before it.
  public mutating func importFacts(
    _ submissions: [Submission]
  ) throws(SubmissionFailure) -> AppendReceipt {
    let sealed = try sealer.seal(submissions, for: .importing)
    defer { sealer.rollback() }
    try sealer.commit()
    return try log.append(sealed, unless: nil)
  }

  /// Appends what was judged.
  ///
  /// - Returns: nil where something that the judgement read came in since.
  private func append(
    _ sealed: SealedBatch, unless condition: AppendCondition
  ) throws(SubmissionFailure) -> AppendReceipt? {
    do throws(SubmissionFailure) {
      return try log.append(sealed, unless: condition)
    } catch {
      guard case .refused(.conditionFailed) = error.problem else { throw error }
      return nil
    }
  }

  /// Has the log compare what it holds already with what is submitted, and refuse another content. Only
  /// events whose id the log has are handed to it: for them it adds nothing.
  private func checkRetries(among sealed: SealedBatch) throws {
    for (event, line) in zip(sealed.events, sealed.lines) {
      guard try log.position(of: event.event.id) != nil else { continue }
      _ = try log.append(SealedBatch(events: [event], lines: [line]), unless: nil)
    }
  }
}

/// What became of commands.
public enum RecordOutcome: Sendable {
  /// All are in the log, with what they break and may.
  case recorded(AppendReceipt, [Finding])
  /// All may be recorded; nothing was.
  case allowed([Finding])
  /// The command of this line may not be recorded, for these reasons; nothing was.
  case refused(line: Int, [Refusal])
}
