internal import Events

/// Which entries are passed over, by what is known and whatever the day asked (DOMAIN §3).
///
/// An annulment holds if it is known and not itself annulled by one that holds; its own day plays no
/// part. An entry is annulled by a later position only, so one pass from the latest annulment to the
/// earliest settles every chain.
struct Annulments {
  private var entries: [(position: Position, id: EventID, annuls: EventID)] = []

  /// Takes an annulment in; they may come in any order.
  mutating func take(_ annulment: EventAnnulled, id: EventID, at position: Position) {
    entries.append((position, id, annulment.event))
  }

  /// The entries passed over.
  func settled() -> Set<EventID> {
    var annulled: Set<EventID> = []
    for entry in entries.sorted(by: { $0.position > $1.position })
    where !annulled.contains(entry.id) {
      annulled.insert(entry.annuls)
    }
    return annulled
  }
}
