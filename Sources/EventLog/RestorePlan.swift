public import Events

/// Checks an exact copy, event by event, before a store writes it. All stores use it, as they use
/// ``AppendPlan`` for an append.
///
/// Instants come from the copy, not from a clock, and must not decrease.
public struct RestorePlan: Sendable {
  /// The position of the last event checked, which is also the index of the next one in the copy.
  private var last = Position.zero
  /// The instant of the last event checked.
  private var recordedAt: Instant?

  /// - Parameter last: the last position of the log to fill.
  /// - Throws: ``LogFailure/notEmpty`` unless it is zero.
  public init(after last: Position) throws(LogFailure) {
    guard last == .zero else { throw .notEmpty }
  }

  /// Checks the next event and returns what to write.
  ///
  /// Cost: one lookup of its id, and one of an annulled event.
  ///
  /// - Parameter store: must contain the copy's previous events.
  /// - Throws: ``LogFailure``: one of the cases about events. The store must discard the whole copy
  ///   then.
  public mutating func admit<Store: AppendLookup & ~Copyable>(
    _ copied: RestoredEvent, in store: borrowing Store
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
  /// - Parameter subjects: of the annulled event.
  /// - Throws: ``LogFailure/wrongSubjects(index:)`` unless the annulment has the same subjects.
  func check(entrySubjects subjects: [Subject], index: Int) throws(LogFailure) {
    guard Set(subjects) == Set(entrySubjects.elements) else { throw .wrongSubjects(index: index) }
  }
}
