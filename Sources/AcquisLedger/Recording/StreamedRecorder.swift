public import EventLog
public import Events
internal import Rules
public import Vault

/// Records a long stream of commands and old facts, batch by batch, as the only writer: each command is judged by
/// the rules as ``Recorder`` judges it, from a fold of the log in memory.
///
/// ```swift
/// var recorder = try StreamedRecorder(log: log, vault: { try ledger.vault() }, clock: clock)
/// while let batch = try next() {
///   guard case .recorded = try recorder.record(batch) else { … }
/// }
/// ```
///
/// It gives the verdicts, the entries and the tree that ``Recorder`` gives for one command after another. It does
/// not compare registrations of persons with those that are there, and chooses no ids.
/// Once anybody else has recorded, it is of no more use.
///
/// Cost: a command some 120 to 160 µs in all, sealed, judged and appended (measured up to a million, while the
/// machine did other work), and a fold of the whole log to begin and after each annulment,
/// merge and registered certification. Memory: two or three kilobytes a candidacy.
public struct StreamedRecorder {
  /// A submission, and the instant at which the log's clock will record it.
  public struct Command: Sendable {
    public let submission: Submission
    public let recordedAt: Instant

    public init(_ submission: Submission, recordedAt: Instant) {
      self.submission = submission
      self.recordedAt = recordedAt
    }
  }

  private let log: any EventLog
  private var sealer: Sealer
  private var judge: FoldJudge

  /// Folds what the log has.
  ///
  /// - Parameters:
  ///   - vault: opens the vault; called at most once, and only if something is to be sealed.
  ///   - clock: returns the current instant.
  public init(
    log: any EventLog, vault: @escaping () throws(VaultFailure) -> Vault,
    clock: @escaping @Sendable () -> Instant
  ) throws(SubmissionFailure) {
    self.log = log
    sealer = Sealer(log: log, vault: vault, clock: clock)
    do { judge = try FoldJudge(log) } catch { throw SubmissionFailure(error) }
  }

  /// How many commands were judged by what is read by subject, because the fold was too far for them.
  package var readBySubject: Int { judge.readBySubject }

  /// Judges commands by the rules, in order, each after the ones before it, and records them: all or none.
  ///
  /// A command whose id is in the log already is a retry and is not judged again.
  ///
  /// - Throws: ``SubmissionFailure``, naming the line; ``SubmissionFailure/Problem/contended`` if anybody else
  ///   recorded meanwhile. Then, and after a refusal, nothing of the batch was recorded.
  public mutating func record(
    _ commands: [Command]
  ) throws(SubmissionFailure) -> RecordOutcome {
    let identified = commands.map { $0.submission.identified(at: $0.recordedAt) }
    defer { sealer.rollback() }
    do {
      let sealed = try sealer.seal(identified, for: .judging)
      let last = Position(judge.next.number - 1)
      var findings: [Finding] = []
      var seen: Set<EventID> = []
      for (index, encoded) in sealed.events.enumerated() {
        let event = encoded.event
        // An id that occurred before is a retry; the log compares its content.
        if try !seen.insert(event.id).inserted || log.position(of: event.id) != nil { continue }
        let instant = commands[index].recordedAt
        let entry = Entry(event, at: judge.next, recordedOn: instant.dayInParis)
        let judgement = try judge.judgement(on: entry)
        if !judgement.refusals.isEmpty {
          judge.forget()
          return .refused(line: sealed.lines[index], judgement.refusals)
        }
        findings += judgement.findings
        judge.take(Envelope(position: judge.next, recordedAt: instant, event: event))
      }
      return .recorded(try append(sealed, after: last), findings)
    } catch {
      judge.forget()
      throw SubmissionFailure(error)
    }
  }

  /// Records old facts without judging them: all or none.
  ///
  /// - Throws: as ``record(_:)``.
  public mutating func importFacts(
    _ facts: [Command]
  ) throws(SubmissionFailure) -> AppendReceipt {
    defer { sealer.rollback() }
    do {
      let sealed = try sealer.seal(facts.map(\.submission), for: .importing)
      let last = Position(judge.next.number - 1)
      var seen: Set<EventID> = []
      for (fact, encoded) in zip(facts, sealed.events) {
        let event = encoded.event
        if try !seen.insert(event.id).inserted || log.position(of: event.id) != nil { continue }
        judge.take(Envelope(position: judge.next, recordedAt: fact.recordedAt, event: event))
      }
      return try append(sealed, after: last)
    } catch {
      judge.forget()
      throw SubmissionFailure(error)
    }
  }

  /// Appends what was judged, unless anybody else appended since the position.
  private mutating func append(
    _ sealed: SealedBatch, after last: Position
  ) throws(SubmissionFailure) -> AppendReceipt {
    try sealer.commit()
    let nothing = AppendCondition(nothingMatching: EventQuery(), after: last)
    do throws(SubmissionFailure) {
      let receipt = try log.append(sealed, unless: nothing)
      judge.appended()
      return receipt
    } catch {
      guard case .refused(.conditionFailed) = error.problem else { throw error }
      throw SubmissionFailure(line: nil, .contended)
    }
  }
}
