/// What the ledger notes about the machine's clock when it takes an entry in.
public enum ClockMark: String, CaseIterable, Hashable, Sendable {
  /// The clock was behind the last entry's instant and was accepted as right: the entry bears the
  /// instant after the last one, not the clock's.
  case behind
}

extension ClockMark: ClosedWord {
  public static var kind: String { "clock" }
}
