public import EventLog
public import Events
public import Rules
public import Vault

/// Destroys the keys of a person's sealed texts and records the erasure.
///
/// ```swift
/// let erasure = Erasure(log: log, vault: vault, clock: clock)
/// guard let outcome = try erasure.carryOut(on: .candidate(id), day: today, by: recorder) else { … }
/// ```
///
/// The event is judged and written to the log without being committed; then the keys are destroyed, in one
/// transaction of the vault that leaves a tombstone with the event's id; then the log commits the event. So
/// no key is destroyed when the log refuses the event (a wrong clock, a full disk, a read-only file), and
/// the log never records the destruction of a key that still exists. If the process dies between the two,
/// the tombstone keeps the event's id, and erasing again records the event under that id, once. If an older
/// copy of the vault was restored, erasing again destroys its keys under the event that the log has.
///
/// Cost: some index reads for each candidacy of the person, or one reading of all juries for a member, and a
/// rewriting of the vault's file, during
/// which no other process can write to the log.
public struct Erasure {
  /// The log that erasures are recorded in.
  public let log: any EventLog
  private let vault: Vault
  private let clock: @Sendable () -> Instant

  /// How often an erasure is judged at most, when events about the person are appended meanwhile.
  private static var attempts: Int { 100 }

  public init(log: any EventLog, vault: Vault, clock: @escaping @Sendable () -> Instant) {
    self.log = log
    self.vault = vault
    self.clock = clock
  }

  /// What an erasure would do now; destroys and records nothing.
  ///
  /// - Returns: nil if no event of the log names this person.
  /// - Throws: ``LogFailure``; ``VaultFailure``, ``VaultFailure/behind(erasures:keys:)`` if the vault is not
  ///   the one that the person's texts were sealed with.
  public func preview(of person: Person) throws -> ErasurePreview? {
    guard let state = try state(of: person) else { return nil }
    try refuse(state)
    let isDone = state.recorded != nil
    return ErasurePreview(
      person: state.person, persons: state.persons, isDone: isDone, texts: state.texts,
      clearFields: state.clearFields, backups: try vault.backups(),
      outstandingTasks: isDone
        ? []
        : try state.history?.outstandingTasks(
          on: clock().dayInParis, known: state.known, in: log) ?? [])
  }

  /// Erases a person, a candidate under all their ids.
  ///
  /// - Parameters:
  ///   - day: the day it takes effect.
  ///   - recorder: who is responsible for it.
  /// - Returns: nil if no event of the log names this person.
  /// - Throws: ``LogFailure``, ``VaultFailure`` (as ``preview(of:)``): nothing was destroyed then;
  ///   ``ErasureNotRecorded`` if the keys are destroyed and the event is not recorded: erasing again
  ///   records it.
  public func carryOut(
    on person: Person, day: CalendarDate, by recorder: RecorderID
  ) throws -> ErasureOutcome? {
    for _ in 0..<Self.attempts {
      guard let state = try state(of: person) else { return nil }
      try refuse(state)
      if let recorded = state.recorded { return .erased(try eraseAgain(recorded, state)) }
      let event = Event(
        id: state.unrecordedEvent ?? EventID.new(at: clock()), occurredOn: day,
        recordedBy: recorder, judged: .current, fact: state.fact)
      let batch = try JudgedBatch([try EncodedEvent(event)], in: log, at: clock())
      if let refused = batch.refused { return .refused(refused.refusals) }
      if let receipt = try record(event, unless: state, batch) { return .erased(receipt) }
    }
    throw SubmissionFailure(line: nil, .contended)
  }

  private func state(of person: Person) throws -> ErasureState? {
    switch person {
    case .candidate(let id): try ErasureState(of: id, in: log, vault)
    case .member(let id): try ErasureState(of: id, in: log, vault)
    }
  }

  /// Refuses a vault that lacks keys of the person's texts: with the right vault, they would stay readable.
  private func refuse(_ state: ErasureState) throws(VaultFailure) {
    guard state.recorded != nil || state.unknownKeys.isEmpty else {
      throw .behind(erasures: 0, keys: state.unknownKeys.count)
    }
  }

  /// Destroys the keys and records the event, unless the person's ids changed meanwhile.
  ///
  /// - Returns: nil if an event about the person was appended in between: the state must be read again.
  private func record(
    _ event: Event, unless state: ErasureState, _ batch: JudgedBatch
  ) throws -> ErasureReceipt? {
    let condition = AppendCondition(
      nothingMatchingAny: batch.condition.queries + [state.query], after: state.known)
    var destroyedAt: Instant?
    do {
      let receipt = try log.append([try EncodedEvent(event)], unless: condition) { instant in
        _ = try vault.erase(state.persons, by: event.id, on: event.occurredOn, at: instant)
        destroyedAt = instant
      }
      guard destroyedAt != nil, let position = receipt.positions.first else { return nil }
      return try self.receipt(
        of: state, event: event.id, position, on: event.occurredOn, isNew: true)
    } catch LogFailure.conditionFailed, LogFailure.idTaken {
      return nil
    } catch {
      // The vault may have destroyed the keys and failed afterwards.
      let tombstone = (try? vault.erasure(of: state.person)) ?? nil
      let isDestroyed = destroyedAt != nil || tombstone?.event == event.id
      throw isDestroyed ? ErasureNotRecorded(reason: error) : error
    }
  }

  /// Destroys the keys that a restored older copy of the vault contains.
  private func eraseAgain(_ recorded: Envelope, _ state: ErasureState) throws -> ErasureReceipt {
    _ = try vault.erase(
      state.persons, by: recorded.event.id, on: recorded.event.occurredOn,
      at: recorded.recordedAt, known: [state.person: state.unknownKeys])
    return try receipt(
      of: state, event: recorded.event.id, recorded.position, on: recorded.event.occurredOn,
      isNew: false)
  }

  private func receipt(
    of state: ErasureState, event: EventID, _ position: Position, on day: CalendarDate,
    isNew: Bool
  ) throws(VaultFailure) -> ErasureReceipt {
    ErasureReceipt(
      person: state.person, persons: state.persons, event: event, position: position, on: day,
      isNew: isNew, texts: state.texts, clearFields: state.clearFields,
      backups: try vault.backups(),
      backupsGoneBy: clock().dayInParis.adding(months: ErasureReceipt.monthsForBackups))
  }
}

/// The outcome of an erasure.
public enum ErasureOutcome: Sendable {
  /// The keys are destroyed and the event is recorded.
  case erased(ErasureReceipt)
  /// The rules refuse the event, for these reasons; nothing was destroyed.
  case refused([Refusal])
}

/// The keys are destroyed and the event could not be recorded; erasing the person again records it.
public struct ErasureNotRecorded: Error {
  /// The failure of the log or of the vault.
  public let reason: any Error
}
