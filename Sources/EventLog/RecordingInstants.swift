public import Events

/// Dates new events: instants never decrease, and a clock that is implausible compared with the
/// last instant is refused unless a person accepts it. All stores use it.
///
/// The first event of an empty log takes the clock's instant unchecked.
public struct RecordingInstants: Sendable {
  /// How far behind the last instant a clock may be, in microseconds: 5 s.
  public static let tolerance: Int64 = 5_000_000
  /// How far ahead of the last instant a clock may be, in microseconds: two years, one of them a
  /// leap year.
  public static let leap: Int64 = 731 * day
  /// How far ahead of the last instant an unsynchronised clock may be, in microseconds: 180 days.
  public static let unsynchronisedLeap: Int64 = 180 * day
  private static let day: Int64 = 86_400_000_000

  /// The dating of one event.
  public struct Next: Hashable, Sendable {
    public let recordedAt: Instant
    /// The mark to store with the event; nil if the clock was believed.
    public let mark: ClockMark?
    /// The last day on which the event may have occurred (Paris time): the clock's day if the
    /// instant is ahead of an accepted clock, otherwise the instant's.
    public let latestDay: CalendarDate
  }

  private let trust: ClockTrust
  private var last: Instant?
  /// Whether the previous event of this batch was marked; the next ones are then marked too.
  private var isBehind = false

  /// - Parameter last: the last event's instant; nil for an empty log.
  public init(after last: Instant?, trust: ClockTrust) {
    self.last = last
    self.trust = trust
  }

  /// Dates the next event: with the clock's instant; with the last instant if the clock is behind
  /// it by at most ``tolerance``; with one microsecond more than the last instant if the clock is
  /// further behind and was accepted.
  ///
  /// - Throws: ``LogFailure/clockBehind(seconds:last:)`` or
  ///   ``LogFailure/clockAhead(last:isSynchronised:)`` if the clock is implausible and not
  ///   accepted.
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
