/// The civil day in Paris, by the rule of directive 2000/84/EC: summer time from the last Sunday of
/// March to the last Sunday of October, both at 01:00 UTC.
///
/// Computed, so that the result does not depend on the machine's time zone or zone files. The rule
/// applies since 1996; no ledger is older.
extension Instant {
  /// The civil day in Paris at this instant.
  public var dayInParis: CalendarDate {
    let offset = (isSummerInParis ? 2 : 1) * Self.hour
    let days = (microseconds + offset) / Self.day
    return CalendarDate.first.adding(days: Int(days) - Int(CalendarDate.first.dayNumber))
  }

  /// The hour (0 to 23), the minute and the second that clocks in Paris show at this instant.
  public var timeInParis: (hour: Int, minute: Int, second: Int) {
    let offset = (isSummerInParis ? 2 : 1) * Self.hour
    let seconds = Int((microseconds + offset) % Self.day / 1_000_000)
    return (seconds / 3600, seconds / 60 % 60, seconds % 60)
  }

  /// The last instant of a day in Paris; ``epoch`` for a day before 1970.
  public init(endOf day: CalendarDate) {
    let next = Int64(day.dayNumber + 1) * Self.day
    // Midnight in Paris is at 22:00 UTC in summer, at 23:00 in winter.
    let summer = try? Instant(microseconds: next - 2 * Self.hour)
    let isSummer = summer?.isSummerInParis ?? false
    self = (try? Instant(microseconds: next - (isSummer ? 2 : 1) * Self.hour - 1)) ?? .epoch
  }

  private static var hour: Int64 { 3_600_000_000 }

  private var isSummerInParis: Bool {
    let year = dayInUTC.components.year
    return Self.change(month: 3, of: year) <= microseconds
      && microseconds < Self.change(month: 10, of: year)
  }

  /// 01:00 UTC on the last Sunday of a month of 31 days, in microseconds.
  private static func change(month: Int, of year: Int) -> Int64 {
    let last = Int64(CalendarDate(existing: year, month, 31).dayNumber)
    // 1970-01-01 was a Thursday: day 3 was a Sunday.
    let sunday = last - (last - 3) % 7
    return sunday * day + hour
  }
}
