internal import AcquisLedger
public import Events

/// The ids of the entries that record the deposit of one flow, by which they are found again: each is the one
/// before it plus one, and the first ends in twenty zero bits.
///
/// Nothing else says which entries were recorded at once: each has an instant of its own, and another deposit may
/// name the same flow right after.
public enum FlowEntryIDs {
  private static let counter: UInt64 = 0xf_ffff

  /// The ids of a deposit, in order: UUIDs of version 7 with a counter (RFC 9562, 6.2).
  ///
  /// - Parameter count: at most 1,048,576.
  public static func ids(_ count: Int, at now: Instant) -> [EventID] {
    let first = EventID.new(at: now)
    return (0..<count).map { index in
      EventID(high: first.high, low: first.low & ~counter | UInt64(index) & counter)
    }
  }

  /// Whether an entry belongs to the deposit whose entries so far these are.
  ///
  /// Entries that were not written with such ids are one deposit where they follow each other, are of one day and
  /// one writer, and their ids were made before the first was recorded.
  static func isOne(_ entries: [Envelope], with next: Envelope) -> Bool {
    guard let first = entries.first, let last = entries.last,
      next.position == last.position.next,
      next.event.recordedBy == first.event.recordedBy,
      next.event.occurredOn == first.event.occurredOn
    else { return false }
    let (firstID, id) = (first.event.id, next.event.id)
    if firstID.isVersion7, firstID.low & counter == 0 {
      return id.high == firstID.high && id.low == firstID.low + UInt64(entries.count)
    }
    guard id.isVersion7 else { return !firstID.isVersion7 }
    return Int64(id.high >> 16) <= first.recordedAt.microseconds / 1000
  }
}

extension EventID {
  fileprivate var isVersion7: Bool { high >> 12 & 0xf == 7 }
}
