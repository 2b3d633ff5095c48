public import Events

/// Gives each event its instant: never before the last one's.
public enum RecordingInstant {
  /// How far behind the last instant a clock may be, in microseconds: 5 s.
  public static let tolerance: Int64 = 5_000_000

  /// The instant for the next event: the clock's, or the last one's where the clock stepped back a
  /// little.
  ///
  /// - Throws: ``LogFailure/clockBehind(seconds:)`` past the tolerance.
  public static func next(
    clock: Instant, after last: Instant?
  ) throws(LogFailure) -> Instant {
    guard let last, clock < last else { return clock }
    let behind = last.microseconds - clock.microseconds
    guard behind <= tolerance else {
      throw .clockBehind(seconds: Int((behind + 999_999) / 1_000_000))
    }
    return last
  }
}
