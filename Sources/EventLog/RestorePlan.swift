public import Events

/// What an exact copy is judged by, event after event, before a store writes it: one judgement for
/// every store, as ``AppendPlan`` is for what is appended.
///
/// No clock is asked: the instants are those of the other log, and may not decrease.
public struct RestorePlan: Sendable {
  /// The last event's position; its index in the copy is one less.
  private var last = Position.zero
  /// The last event's instant.
  private var recordedAt: Instant?

  /// - Parameter last: the last position of the log that takes the copy in.
  /// - Throws: ``LogFailure/notEmpty``.
  public init(after last: Position) throws(LogFailure) {
    guard last == .zero else { throw .notEmpty }
  }

  /// Judges the next event.
  ///
  /// Cost: one lookup of its id, and of an annulled entry.
  ///
  /// - Parameter store: what the log holds already, the copy's events before this one.
  /// - Throws: ``LogFailure``; nothing of the copy may stay then.
  public mutating func admit<Store: AppendLookup & ~Copyable>(
    _ copied: CopiedEvent, in store: borrowing Store
  ) throws(LogFailure) -> AppendPlan.Addition {
    let (index, event) = (Int(last.number), copied.encoded.event)
    if let entry = try store.entry(event.id) { throw .idTwice(index: index, by: entry.position) }
    if let recordedAt, copied.recordedAt < recordedAt { throw .instantBack(index: index) }
    guard event.occurredOn <= copied.recordedAt.dayInParis else { throw .notYet(index: index) }
    if case .eventAnnulled(let annulment) = event.fact {
      guard let subjects = try store.entry(annulment.event)?.subjects() else {
        throw .unknownEntry(index: index)
      }
      try annulment.check(entrySubjects: subjects, index: index)
    }
    last = last.next
    recordedAt = copied.recordedAt
    return AppendPlan.Addition(
      index: index, position: last, recordedAt: copied.recordedAt, clock: copied.clock)
  }
}

extension EventAnnulled {
  /// - Throws: ``LogFailure/wrongSubjects(index:)`` unless it repeats its entry's subjects.
  func check(entrySubjects subjects: [Subject], index: Int) throws(LogFailure) {
    guard Set(subjects) == Set(entrySubjects.elements) else { throw .wrongSubjects(index: index) }
  }
}
