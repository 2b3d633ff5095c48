public import EventLog
public import Events
public import Rules
public import Vault

/// Destroys what a person's texts are sealed under, and records that it was done.
///
/// ```swift
/// let erasure = Erasure(log: log, vault: vault, clock: clock)
/// guard let outcome = try erasure.carryOut(on: candidate, day: today, by: recorder) else { … }
/// ```
///
/// The order: the event is judged and written to the log, which holds it back; then the keys are
/// destroyed, in one transaction of the vault that leaves a tombstone with the event's id; then the log
/// keeps the event. So nothing is destroyed that the log would not take (a wrong clock, a full disk, a
/// file one may only read), and the log never says that a key is gone which is still there. Killed
/// between the two, the tombstone owes the log its event, and a second erasure records it under the same
/// id, so that nothing is doubled. Where an older copy of the vault was put back, its keys are destroyed
/// again by the event that the log holds already.
///
/// Cost: some index reads for each candidacy of the person, and a rewriting of the vault's file, while no
/// other process writes to the log.
public struct Erasure {
  /// The log that the erasure is recorded in.
  public let log: any EventLog
  private let vault: Vault
  private let clock: @Sendable () -> Instant

  /// How often it is judged anew because something about the person came in between.
  private static var attempts: Int { 100 }

  public init(log: any EventLog, vault: Vault, clock: @escaping @Sendable () -> Instant) {
    self.log = log
    self.vault = vault
    self.clock = clock
  }

  /// What an erasure would come to now; destroys and records nothing.
  ///
  /// - Returns: nil where the ledger knows no such person.
  /// - Throws: ``LogFailure``; ``VaultFailure``, ``VaultFailure/behind(erasures:keys:)`` where the vault
  ///   is not the one that the person's texts were sealed with.
  public func preview(of candidate: CandidateID) throws -> ErasurePreview? {
    guard let state = try ErasureState(of: candidate, in: log, vault) else { return nil }
    try refuse(state)
    return ErasurePreview(
      candidate: state.person.candidate, ids: state.person.ids, isDone: state.recorded != nil,
      texts: state.texts, backups: try vault.backups(),
      outstandingTasks: state.recorded == nil
        ? try state.person.outstandingTasks(on: clock().dayInParis, known: state.known, in: log)
        : [])
  }

  /// Erases a person under every id they are known by.
  ///
  /// - Parameters:
  ///   - day: the day it takes effect.
  ///   - recorder: who stands for it.
  /// - Returns: nil where the ledger knows no such person.
  /// - Throws: ``LogFailure``, ``VaultFailure`` (as ``preview(of:)``): nothing was destroyed then;
  ///   ``ErasureNotRecorded`` where the keys are destroyed and the log does not say so: once more
  ///   finishes it.
  public func carryOut(
    on candidate: CandidateID, day: CalendarDate, by recorder: RecorderID
  ) throws -> ErasureOutcome? {
    for _ in 1..<Self.attempts {
      guard let state = try ErasureState(of: candidate, in: log, vault) else { return nil }
      try refuse(state)
      if let recorded = state.recorded { return .erased(try again(recorded, state)) }
      let event = Event(
        id: state.owed ?? EventID.new(at: clock()), occurredOn: day, recordedBy: recorder,
        judged: .current,
        fact: .candidateIdentityErased(CandidateIdentityErased(candidate: state.person.candidate)))
      let batch = try JudgedBatch([try EncodedEvent(event)], in: log, at: clock())
      if let refused = batch.refused { return .refused(refused.refusals) }
      if let receipt = try record(event, unless: state, batch) { return .erased(receipt) }
    }
    throw SubmissionFailure(line: nil, .contended)
  }

  /// Texts under keys that this vault never had would stay readable by the right one.
  private func refuse(_ state: ErasureState) throws(VaultFailure) {
    guard state.recorded != nil || state.unknownKeys.isEmpty else {
      throw .behind(erasures: 0, keys: state.unknownKeys.count)
    }
  }

  /// Destroys the keys and keeps the event, unless the person is known by other ids meanwhile.
  ///
  /// - Returns: nil where something came in between, and all is to be looked at again.
  private func record(
    _ event: Event, unless state: ErasureState, _ batch: JudgedBatch
  ) throws -> ErasureReceipt? {
    let ids = state.person.ids.map { Subject.candidate($0) }
    let condition = AppendCondition(
      nothingMatchingAny: batch.condition.queries + [
        EventQuery(
          subjects: ids, types: [.candidateMerged, .candidateIdentityErased, .eventAnnulled])
      ], after: state.known)
    var destroyedAt: Instant?
    do {
      let receipt = try log.append([try EncodedEvent(event)], unless: condition) { instant in
        _ = try vault.erase(
          state.person.ids.map { .candidate($0) }, by: event.id, on: event.occurredOn, at: instant)
        destroyedAt = instant
      }
      guard destroyedAt != nil, let position = receipt.positions.first else { return nil }
      return try self.receipt(
        of: state, event: event.id, position, on: event.occurredOn, isNew: true)
    } catch LogFailure.conditionFailed, LogFailure.idTaken {
      return nil
    } catch {
      // The vault may have destroyed the keys and failed afterwards.
      let person = Person.candidate(state.person.candidate)
      let isDestroyed = destroyedAt != nil || (try? vault.erasure(of: person))??.event == event.id
      throw isDestroyed ? ErasureNotRecorded(reason: error) : error
    }
  }

  /// Destroys what an older copy of the vault brought back.
  private func again(_ recorded: Envelope, _ state: ErasureState) throws -> ErasureReceipt {
    _ = try vault.erase(
      state.person.ids.map { .candidate($0) }, by: recorded.event.id,
      on: recorded.event.occurredOn, at: recorded.recordedAt,
      known: [.candidate(state.person.candidate): state.unknownKeys])
    return try receipt(
      of: state, event: recorded.event.id, recorded.position, on: recorded.event.occurredOn,
      isNew: false)
  }

  private func receipt(
    of state: ErasureState, event: EventID, _ position: Position, on day: CalendarDate,
    isNew: Bool
  ) throws(VaultFailure) -> ErasureReceipt {
    ErasureReceipt(
      candidate: state.person.candidate, ids: state.person.ids, event: event, position: position,
      on: day, isNew: isNew, texts: state.texts, backups: try vault.backups(),
      backupsGoneBy: clock().dayInParis.adding(months: ErasureReceipt.monthsForBackups))
  }
}

/// What became of an erasure.
public enum ErasureOutcome: Sendable {
  /// The person is erased, and the log tells so.
  case erased(ErasureReceipt)
  /// It may not be recorded, for these reasons; nothing was destroyed.
  case refused([Refusal])
}

/// The keys are destroyed, and the log could not be told; the next erasure of the person tells it.
public struct ErasureNotRecorded: Error {
  /// Why.
  public let reason: any Error
}
