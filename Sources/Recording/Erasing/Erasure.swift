internal import CanonicalJSON
public import Decisions
public import EventLog
public import Events
public import Vault

/// Destroys what a person's texts are sealed under, and records that it was done.
///
/// ```swift
/// let erasure = Erasure(log: log, vault: vault, clock: clock)
/// guard let outcome = try erasure.carryOut(on: candidate, day: today, by: recorder) else { … }
/// ```
///
/// The order: judged first, so that nothing is destroyed that may not be recorded; then the keys, in
/// one transaction of the vault that leaves a tombstone with the event's id and day; then the event.
/// The log cannot take a word back: it never says that a key is gone which is still there. Killed
/// between the two, the tombstone owes the log its event, and a second erasure pays it, under the same
/// id, so that nothing is doubled. Where an older copy of the vault was put back, its keys are
/// destroyed again by the event that the log holds already.
///
/// Cost: some index reads for each candidacy of the person, and a rewriting of the vault's file.
public struct Erasure<Log: EventLog> {
  private let log: Log
  private let vault: Vault
  private let clock: @Sendable () -> Instant

  /// How often it is judged anew because something about the person came in between.
  private static var attempts: Int { 100 }

  public init(log: Log, vault: Vault, clock: @escaping @Sendable () -> Instant) {
    self.log = log
    self.vault = vault
    self.clock = clock
  }

  /// What an erasure would come to now; destroys and records nothing.
  ///
  /// - Returns: nil where the ledger knows no such person.
  /// - Throws: ``LogFailure``, ``VaultFailure``.
  public func outlook(on candidate: CandidateID) throws -> ErasureOutlook? {
    guard let state = try ErasureState(of: candidate, in: log, vault) else { return nil }
    let now = clock()
    return ErasureOutlook(
      candidate: state.person.candidate, ids: state.person.ids, isDone: state.recorded != nil,
      texts: state.texts, backups: try vault.backups(madeBy: now))
  }

  /// Erases a person under every id they are known by.
  ///
  /// - Parameters:
  ///   - day: the day it takes effect; one begun before keeps its own.
  ///   - recorder: who stands for it.
  /// - Returns: nil where the ledger knows no such person.
  /// - Throws: ``LogFailure``, ``VaultFailure``; ``ErasureNotRecorded`` where the keys are destroyed
  ///   and the log could not be told: once more finishes it.
  public func carryOut(
    on candidate: CandidateID, day: CalendarDate, by recorder: RecorderID
  ) throws -> ErasureOutcome? {
    for _ in 1..<Self.attempts {
      guard let state = try ErasureState(of: candidate, in: log, vault) else { return nil }
      let (id, on) =
        state.recorded.map { ($0.event.id, $0.event.occurredOn) }
        ?? state.owed ?? (EventID.new(at: clock()), day)
      let event = Event(
        id: id, occurredOn: on, recordedBy: recorder, judged: .current,
        fact: .candidateIdentityErased(CandidateIdentityErased(candidate: state.person.candidate)))
      let batch = try DecidedBatch(of: [try EncodedEvent(event)], in: log, now: clock())
      if let (_, refusals) = batch.refused { return .refused(refusals) }
      let erased = try vault.erase(
        state.person.ids.map { .candidate($0) }, by: id, on: on, at: clock())
      // Another process may have begun: its tombstones tell under which id.
      if state.recorded == nil, !erased.contains(where: { $0.event == id }) { continue }
      var position = state.recorded?.position
      if position == nil { position = try record(event, unless: state, batch) }
      guard let position else { continue }
      let at = erased.map(\.at).max() ?? clock()
      return .erased(
        ErasureReceipt(
          candidate: state.person.candidate, ids: state.person.ids, event: id,
          position: position, on: on, isNew: state.recorded == nil, texts: state.texts,
          backups: try vault.backups(madeBy: at),
          backupsGoneBy: at.dayInParis.adding(months: ErasureReceipt.monthsForBackups)))
    }
    throw DoorFailure(line: nil, .contended)
  }

  /// Appends the event, unless the person is known by other ids meanwhile.
  ///
  /// - Returns: nil where something came in between, and all is to be looked at again.
  private func record(
    _ event: Event, unless state: ErasureState, _ batch: DecidedBatch
  ) throws(ErasureNotRecorded) -> Position? {
    let ids = state.person.ids.map { Subject.candidate($0) }
    let condition = AppendCondition(
      nothingMatchingAny: batch.condition.queries + [
        EventQuery(
          subjects: ids, types: [.candidateMerged, .candidateIdentityErased, .eventAnnulled])
      ], after: state.known)
    do {
      return try log.append([try EncodedEvent(event)], unless: condition).positions.first
    } catch LogFailure.conditionFailed, LogFailure.idTaken {
      return nil
    } catch {
      throw ErasureNotRecorded(reason: error)
    }
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
