internal import AcquisLedger
internal import Events
internal import Glibc
internal import Rules

/// What a clock on the user's wall shows, by the zone of `$TZ` or of the system.
struct LocalTime: Hashable {
  let day: CalendarDate
  let hour: Int
  let minute: Int

  init(day: CalendarDate, hour: Int, minute: Int) {
    self.day = day
    self.hour = hour
    self.minute = minute
  }

  /// - Returns: nil where the system cannot tell.
  init?(_ instant: Instant) {
    tzset()
    var seconds = time_t(instant.microseconds / 1_000_000)
    var fields = unsafe tm()
    guard unsafe localtime_r(&seconds, &fields) != nil else { return nil }
    let (year, month) = (unsafe Int(fields.tm_year) + 1900, unsafe Int(fields.tm_mon) + 1)
    guard let day = try? CalendarDate(year, month, unsafe Int(fields.tm_mday))
    else { return nil }
    self.init(day: day, hour: unsafe Int(fields.tm_hour), minute: unsafe Int(fields.tm_min))
  }

  /// Why a day that has begun for the user is still to come: the ledger's days are those of Paris, and
  /// overseas the next one may have begun.
  ///
  /// - Parameter local: what the user's clock shows at an instant.
  /// - Returns: nil where the user's day is not ahead of the one in Paris.
  static func dayInParis(
    at now: Instant, local: (Instant) -> LocalTime? = { LocalTime($0) }
  ) -> Text? {
    let today = now.dayInParis
    guard let here = local(now), today < here.day,
      let midnight = try? Instant(microseconds: Instant(endOf: today).microseconds + 1),
      let change = local(midnight)
    else { return nil }
    let (day, hour, minute) = (dayAndMonth(of: today), change.hour, change.minute)
    let minutes = minute < 10 ? "0\(minute)" : "\(minute)"
    let until = Text(
      minute == 0 ? "\(hour) h" : "\(hour) h \(minutes)", "\(hour):\(minutes)")
    return Text(
      "il est encore le \(day.french) à Paris, jusqu’à \(until.french) à votre heure",
      "it is still \(day.english) in Paris, until \(until.english) your time")
  }

  /// `1er mars`, `1 March`.
  private static func dayAndMonth(of date: CalendarDate) -> Text {
    let (_, month, day) = date.components
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    let french = date.text.french.split(separator: " ").dropLast().joined(separator: " ")
    return Text(french, "\(day) \(months[month - 1])")
  }

  /// ``dayInParisNow`` where a fact was refused for being dated after the day of its recording (R15).
  static func explanation(
    of refusals: [Refusal], _ invocation: Invocation
  ) throws(Failure) -> [Text] {
    let day = try invocation.day()
    let isLater = invocation.has("file") || Ledger.today < day
    guard isLater, refusals.contains(where: { $0.rule == RuleID(number: 15) }),
      let text = dayInParisNow
    else { return [] }
    return [text]
  }

  /// ``dayInParis(at:local:)`` by this machine's clock.
  static var dayInParisNow: Text? { dayInParis(at: LedgerClock.system().now()) }
}
