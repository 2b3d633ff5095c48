internal import Events

/// The first or the last second of a civil day in Paris, as a credential states it.
struct CredentialTime: Hashable, Sendable {
  let day: CalendarDate
  /// Whether it is the last second of the day; else the first.
  private let isEnd: Bool

  /// The first second of a day.
  init(startOf day: CalendarDate) {
    self.day = day
    isEnd = false
  }

  /// The last second of a day.
  init(endOf day: CalendarDate) {
    self.day = day
    isEnd = true
  }

  /// Seconds since 1970 (`NumericDate` of RFC 7519).
  var seconds: Int {
    let last = Instant(endOf: isEnd ? day : day.adding(days: -1)).microseconds / 1_000_000
    return Int(isEnd ? last : last + 1)
  }

  /// An RFC 3339 date and time with the offset of Paris, so that the day is read as it was decided:
  /// `2021-06-18T00:00:00+02:00`.
  var text: String {
    let local = Int(day.dayNumber) * 86_400 + (isEnd ? 86_399 : 0)
    let hours = (local - seconds) / 3600
    return "\(day)T\(isEnd ? "23:59:59" : "00:00:00")+0\(hours):00"
  }
}
