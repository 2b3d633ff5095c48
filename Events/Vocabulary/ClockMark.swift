/// A remark of the ledger about the machine's clock at the time of an append.
public enum ClockMark: String, CaseIterable, Hashable, Sendable {
  /// The clock was behind the last event's instant and was accepted as right: the event is recorded
  /// one microsecond after the last one, not at the clock's instant.
  case behind
}

extension ClockMark: ClosedWord {
  public static var kind: String { "clock" }
}
