internal import Events

/// Resolves which entries are annulled by the annulments known.
///
/// An annulment holds if it is known and not itself annulled by one that holds; its own day is not
/// considered. An annulment has a later position than the entry it annuls, so one pass from the
/// latest annulment to the earliest resolves every chain.
struct Annulments {
  private var entries: [(position: Position, id: EventID, annuls: EventID)] = []

  /// Annulments may be added in any order.
  mutating func add(_ annulment: EventAnnulled, id: EventID, at position: Position) {
    entries.append((position, id, annulment.event))
  }

  /// The ids of the entries annulled. Cost: a sort of the annulments.
  func annulledEntries() -> Set<EventID> {
    var annulled: Set<EventID> = []
    for entry in entries.sorted(by: { $0.position > $1.position })
    where !annulled.contains(entry.id) {
      annulled.insert(entry.annuls)
    }
    return annulled
  }
}
