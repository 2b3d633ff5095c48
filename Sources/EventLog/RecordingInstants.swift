public import Events

/// Gives each event its instant: never before the last one's, and never by a clock that is
/// implausible beside it, unless a person accepts that clock. One guard for every store.
///
/// An empty log has nothing to compare its clock with: its first event takes the clock's instant.
public struct RecordingInstants: Sendable {
  /// How far behind the last instant a clock may be, in microseconds: 5 s.
  public static let tolerance: Int64 = 5_000_000
  /// How far past the last instant a clock may be, in microseconds: two years, one of them a leap year.
  public static let leap: Int64 = 731 * day
  /// How far past the last instant a clock may be that is not synchronised: 180 days.
  public static let unsynchronisedLeap: Int64 = 180 * day
  private static let day: Int64 = 86_400_000_000

  /// An instant, and what follows from it.
  public struct Next: Hashable, Sendable {
    /// When the event is taken in.
    public let recordedAt: Instant
    /// What is noted about the clock; nil where the clock is believed.
    public let mark: ClockMark?
    /// The last day on which the event may have occurred: the machine's own, even where the instant
    /// lies ahead of its clock.
    public let latestDay: CalendarDate
  }

  private let trust: ClockTrust
  private var last: Instant?
  /// Whether the event before was marked: what follows it in one batch is marked too.
  private var isBehind = false

  /// - Parameters:
  ///   - last: the last event's instant; nil for an empty log.
  ///   - trust: how far the clock is believed.
  public init(after last: Instant?, trust: ClockTrust) {
    self.last = last
    self.trust = trust
  }

  /// The instant of the next event: the clock's; the last one where the clock stepped back a little;
  /// the microsecond after the last one where a clock further behind was accepted.
  ///
  /// - Throws: ``LogFailure/clockBehind(seconds:last:)`` or
  ///   ``LogFailure/clockAhead(last:isSynchronised:)`` where the clock was not accepted.
  public mutating func next(clock: Instant) throws(LogFailure) -> Next {
    var (instant, mark): (Instant, ClockMark?) = (clock, nil)
    if let last {
      if clock < last {
        (instant, mark) = try following(last, clock)
      } else {
        try checkLeap(from: last, to: clock)
      }
    }
    last = instant
    isBehind = mark != nil
    let latestDay = mark == nil ? instant.dayInParis : clock.dayInParis
    return Next(recordedAt: instant, mark: mark, latestDay: latestDay)
  }

  private func following(
    _ last: Instant, _ clock: Instant
  ) throws(LogFailure) -> (Instant, ClockMark?) {
    let behind = last.microseconds - clock.microseconds
    guard behind > Self.tolerance || isBehind else { return (last, nil) }
    guard trust.isAccepted, let next = try? Instant(microseconds: last.microseconds + 1) else {
      throw .clockBehind(seconds: Int((behind + 999_999) / 1_000_000), last: last)
    }
    return (next, .behind)
  }

  private func checkLeap(from last: Instant, to clock: Instant) throws(LogFailure) {
    let leap = clock.microseconds - last.microseconds
    if trust.isAccepted || leap <= Self.unsynchronisedLeap { return }
    if leap > Self.leap { throw .clockAhead(last: last, isSynchronised: true) }
    if !trust.isSynchronised() { throw .clockAhead(last: last, isSynchronised: false) }
  }
}
