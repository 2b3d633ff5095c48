public import EventLog
public import Events
public import Rules
public import Vault

/// Records submissions, in four stages: submitted → sealed → judged → appended.
///
/// ```swift
/// var recorder = Recorder(log: log, vault: { try ledger.vault() }, clock: clock)
/// switch try recorder.record(submissions) {
/// case .recorded(let receipt, let findings): …
/// case .refused(let line, let refusals): …
/// }
/// ```
///
/// A ``Submission`` is an event in clear. A ``Sealer`` turns submissions into a ``SealedBatch``; the rules
/// turn its events into a ``JudgedBatch``, with the condition under which the judgement is valid; the log
/// appends them under that condition. Each stage returns a value or throws, and leaves nothing behind when
/// it fails.
///
/// Cost: ten to forty index reads for a command, then the append: well under 3 ms on a ledger of a million
/// events.
public struct Recorder {
  /// The log that is appended to.
  public let log: any EventLog
  var sealer: Sealer
  private let clock: @Sendable () -> Instant

  /// How often commands are judged again because another writer appended in between.
  private static var attempts: Int { 100 }

  /// The texts of the last batch that are about erased persons: no event has them, and they are to be kept
  /// on paper.
  public var leftOut: [LeftOutText] { sealer.leftOut }

  /// The ids that were chosen for the last commands, in their order.
  public private(set) var chosenIDs: [String] = []

  /// The new events of the last dry run, and when each would be recorded.
  private var tried: [(event: EncodedEvent, recordedAt: Instant)] = []

  /// The log with the events of the last dry run, as if they were recorded: what it would change.
  ///
  /// - Throws: ``LogFailure``.
  public func prospect() throws -> ProspectiveLog {
    try ProspectiveLog(log, adding: tried)
  }

  /// - Parameters:
  ///   - vault: opens the vault; called at most once, and only if something is to be sealed.
  ///   - clock: returns the current instant.
  public init(
    log: any EventLog, vault: @escaping () throws(VaultFailure) -> Vault,
    clock: @escaping @Sendable () -> Instant
  ) {
    self.log = log
    sealer = Sealer(log: log, vault: vault, clock: clock)
    self.clock = clock
  }

  /// Judges commands by the rules, in order, each after the ones before it, and records them: all or none.
  ///
  /// A command whose id is in the log already is a retry and is not judged again.
  ///
  /// A registration of a person who is registered under another id is not recorded either, unless it is said
  /// to be of another person.
  ///
  /// - Parameters:
  ///   - ids: chooses the ids that the commands leave out, under the condition of their append: two writers
  ///     never choose the same.
  ///   - isDryRun: whether the commands are only judged.
  ///   - isDistinct: whether every person registered is another one than those of the same name and birth.
  /// - Throws: ``SubmissionFailure``, naming the line. Then, and after a refusal, nothing was recorded; keys
  ///   that an earlier attempt made durable stay in the vault, unused.
  public mutating func record(
    _ submissions: [Submission], choosing ids: NextIDs? = nil, isDryRun: Bool = false,
    isDistinct: Bool = false
  ) throws(SubmissionFailure) -> RecordOutcome {
    let identified = submissions.map { $0.identified(at: clock()) }
    // After a refusal, a dry run or a failure, drops new keys that were not made durable yet.
    defer { sealer.rollback() }
    if !isDistinct { prepareNames(for: submissions) }
    do {
      for _ in 0..<Self.attempts {
        let choice = try ids?.choice(for: identified, in: log)
        let commands = choice?.submissions ?? identified
        chosenIDs = choice?.ids ?? []
        // Sealed again each time: the candidate of a candidacy may have been corrected meanwhile.
        let sealed = try sealer.seal(commands, for: .judging)
        let judged = try JudgedBatch(sealed.events, in: log, at: clock())
        if let refused = judged.refused {
          // Refused perhaps because another writer used the id meanwhile.
          if let choice, try choice.isTaken(in: log) { continue }
          return .refused(line: sealed.lines[refused.index], refused.refusals)
        }
        if !isDistinct {
          let repeated = try repeatedRegistrations(among: sealed, commands)
          if !repeated.isEmpty { return .registeredAlready(repeated) }
        }
        if isDryRun {
          try checkRetries(among: sealed)
          tried = try ImportTrial.new(sealed.events, in: log, at: clock())
          return .allowed(judged.findings)
        }
        try sealer.commit()
        if let receipt = try append(sealed, unless: judged.condition.also(choice)) {
          return .recorded(receipt, judged.findings)
        }
      }
    } catch {
      throw SubmissionFailure(error)
    }
    throw SubmissionFailure(line: nil, .contended)
  }

  /// As ``record(_:choosing:isDryRun:isDistinct:)``, for commands that were made from the state of the log at a
  /// position, such as what a file states.
  ///
  /// - Parameter position: the last one that was read.
  /// - Returns: nil if anything was recorded since: nothing of the commands was, and they are to be made again.
  public mutating func record(
    _ submissions: [Submission], ifNothingAfter position: Position
  ) throws(SubmissionFailure) -> RecordOutcome? {
    let identified = submissions.map { $0.identified(at: clock()) }
    defer { sealer.rollback() }
    do {
      let sealed = try sealer.seal(identified, for: .judging)
      let judged = try JudgedBatch(sealed.events, in: log, at: clock())
      if let refused = judged.refused {
        // Refused perhaps because of what another writer recorded meanwhile.
        if try log.head().last > position { return nil }
        return .refused(line: sealed.lines[refused.index], refused.refusals)
      }
      try sealer.commit()
      // Everything that the judgement read is before the position, or fails the condition.
      let nothing = AppendCondition(nothingMatching: EventQuery(), after: position)
      guard let receipt = try append(sealed, unless: nothing) else { return nil }
      return .recorded(receipt, judged.findings)
    } catch {
      throw SubmissionFailure(error)
    }
  }

  /// Judges commands by the rules and records nothing: every refusal, each command judged as if those before
  /// it were recorded.
  ///
  /// - Returns: the lines refused and why, in order; empty if all may be recorded.
  /// - Throws: ``SubmissionFailure``, naming the line.
  public mutating func refusals(
    of submissions: [Submission]
  ) throws(SubmissionFailure) -> [(line: Int, refusals: [Refusal])] {
    let commands = submissions.map { $0.identified(at: clock()) }
    defer { sealer.rollback() }
    do {
      let sealed = try sealer.seal(commands, for: .judging)
      let judged = try JudgedBatch(sealed.events, in: log, at: clock(), goesOn: true)
      return judged.everyRefused.map { (sealed.lines[$0.index], $0.refusals) }
    } catch {
      throw SubmissionFailure(error)
    }
  }

  /// Checks commands as ``record(_:choosing:isDryRun:isDistinct:)`` does before it judges them.
  ///
  /// - Throws: ``SubmissionFailure`` with every line that is wrong.
  public mutating func check(_ submissions: [Submission]) throws(SubmissionFailure) {
    defer { sealer.rollback() }
    _ = try sealer.seal(submissions.map { $0.identified(at: clock()) }, for: .judging)
  }

  /// Records old facts without judging them: all or none.
  ///
  /// - Throws: ``SubmissionFailure`` naming the line; nothing was recorded then. If the append itself
  ///   failed, new keys stay in the vault, unused, because they are made durable before it.
  public mutating func importFacts(
    _ submissions: [Submission]
  ) throws(SubmissionFailure) -> AppendReceipt {
    let sealed = try sealer.seal(submissions, for: .importing)
    defer { sealer.rollback() }
    try sealer.commit()
    return try log.append(sealed, unless: nil)
  }

  /// As ``importFacts(_:)``, for facts that were made by comparing with the log.
  ///
  /// - Parameter position: the last one that was compared.
  /// - Returns: nil if anything was recorded since: nothing of the facts was, and they are to be made again.
  public mutating func importFacts(
    _ submissions: [Submission], ifNothingAfter position: Position
  ) throws(SubmissionFailure) -> AppendReceipt? {
    let sealed = try sealer.seal(submissions, for: .importing)
    defer { sealer.rollback() }
    try sealer.commit()
    return try append(
      sealed, unless: AppendCondition(nothingMatching: EventQuery(), after: position))
  }

  /// Tries an import and records nothing: no key of a new person stays in the vault.
  ///
  /// ``prospect()`` then has the log with the facts, and ``repeatedRegistrations(among:_:)`` answers as after
  /// the import. A clock that the import would refuse is believed.
  ///
  /// - Returns: the receipt that the import would give now.
  /// - Throws: ``SubmissionFailure``, the one that the import would throw.
  public mutating func tryImport(
    _ submissions: [Submission]
  ) throws(SubmissionFailure) -> AppendReceipt {
    let sealed = try sealer.seal(submissions, for: .importing)
    defer { sealer.rollback() }
    let trial = try ImportTrial(of: sealed, in: log, clock)
    tried = trial.new
    return trial.receipt
  }

  /// The registrations that an import recorded of persons who have another id too, by their names and birth.
  ///
  /// Cost: a decryption for each person of the log, where the import registered somebody.
  ///
  /// - Parameters:
  ///   - submissions: what was imported.
  ///   - receipt: the answer of ``importFacts(_:)``, or of ``tryImport(_:)``.
  public mutating func repeatedRegistrations(
    among submissions: [Submission], _ receipt: AppendReceipt
  ) throws -> [RepeatedRegistration] {
    let new = zip(submissions, receipt.positions)
      .filter { $0.0.registered != nil && receipt.isNew($0.1) }.map(\.0)
    if new.isEmpty { return [] }
    let head = try log.head().last
    let isTried = (receipt.positions.max() ?? .zero) > head
    return try RegisteredPersons(
      in: log, merged: isTried ? prospect() : nil, opening: sealer.openVault()
    ).repeated(by: new)
  }

  private mutating func repeatedRegistrations(
    among sealed: SealedBatch, _ submissions: [Submission]
  ) throws -> [RepeatedRegistration] {
    var new: [Submission] = []
    for (submission, event) in zip(submissions, sealed.events)
    where submission.registered != nil {
      if try log.position(of: event.event.id) == nil { new.append(submission) }
    }
    if new.isEmpty { return [] }
    let vault = try sealer.openVault()
    let persons =
      try RegisteredPersons(named: new, in: log, opening: vault)
      ?? RegisteredPersons(in: log, opening: vault)
    return persons.repeated(by: new)
  }

  /// Brings the index of names up to date for ``repeatedRegistrations(among:_:)``, before new keys hold the
  /// vault's write lock. What fails here is told by the sealing, or costs a reading of all names.
  private mutating func prepareNames(for submissions: [Submission]) {
    guard submissions.contains(where: { $0.registered != nil }) else { return }
    do {
      let vault = try sealer.openVault()
      guard try vault.hasRoom(forKeys: NameSearch.indexedFrom) else { return }
      _ = try NameIndex(of: log, on: .last, known: log.head().last, opening: vault)
    } catch {}
  }

  /// Appends what was judged.
  ///
  /// - Returns: nil if an event that the judgement depends on was appended since.
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

  /// Has the log compare retried events with those it has, and refuse different content. Only events whose
  /// id is in the log are passed to it; it appends nothing for them.
  private func checkRetries(among sealed: SealedBatch) throws {
    for (event, line) in zip(sealed.events, sealed.lines) {
      guard try log.position(of: event.event.id) != nil else { continue }
      _ = try log.append(SealedBatch(events: [event], lines: [line]), unless: nil)
    }
  }
}

/// The outcome of recording commands.
public enum RecordOutcome: Sendable {
  /// All are in the log; the findings are rules that they break and that do not refuse them.
  case recorded(AppendReceipt, [Finding])
  /// A dry run: all may be recorded; nothing was.
  case allowed([Finding])
  /// These commands register persons who are registered already; nothing was recorded.
  case registeredAlready([RepeatedRegistration])
  /// The command on this line may not be recorded, for these reasons; nothing was.
  case refused(line: Int, [Refusal])
}

extension AppendCondition {
  /// This condition, and that no id chosen was used since.
  fileprivate func also(_ choice: NextIDs.Choice?) -> AppendCondition {
    guard let choice else { return self }
    return AppendCondition(
      nothingMatchingAny: queries + choice.queries, after: min(after, choice.after))
  }
}
