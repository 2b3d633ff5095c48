/// A number of days with a fraction, as workbooks count days and times.
///
/// The system of 1900 has the day 60 for a 29 February 1900 that never was (ECMA-376, part 1, 18.17.4.1); that of
/// 1904 begins with 0 for 1 January 1904.
struct SerialDay {
  /// Whole days, and the seconds of the last one.
  private let days: Int
  private let seconds: Int
  private let countsFrom1904: Bool

  /// Rounded to the second; nil for a negative number, and for one beyond the year 9999.
  init?(_ number: Double, countsFrom1904: Bool) {
    guard number >= 0, number < 2_958_466 else { return nil }
    let rounded = (number * 86_400).rounded()
    days = Int(rounded) / 86_400
    seconds = Int(rounded) % 86_400
    self.countsFrom1904 = countsFrom1904
  }

  /// The cell with its format; nil if it is only a number.
  func cell(_ format: NumberFormat) -> ReadCell? {
    switch format {
    case .plain, .padded: return nil
    case .duration: return .text(Self.clock(days * 86_400 + seconds))
    case .day, .time: break
    }
    if days == 0, !countsFrom1904 || format == .time {
      return format == .time ? .text(Self.clock(seconds)) : nil
    }
    let day = day
    guard let day, seconds == 0 else {
      let text = day.map { ReadCell.day(year: $0.year, month: $0.month, day: $0.day).text }
      return .text(
        (text ?? "1900-02-29") + (seconds == 0 ? "" : " " + Self.clock(seconds)))
    }
    return .day(year: day.year, month: day.month, day: day.day)
  }

  /// nil for the day that never was.
  private var day: (year: Int, month: Int, day: Int)? {
    if countsFrom1904 { return Self.civil(days - 24_107) }
    if days == 60 { return nil }
    return Self.civil(days - (days < 60 ? 25_568 : 25_569))
  }

  /// `14:30`, or `14:30:05` with seconds.
  private static func clock(_ seconds: Int) -> String {
    let parts = [seconds / 3600, seconds / 60 % 60] + (seconds % 60 == 0 ? [] : [seconds % 60])
    return parts.map { ReadCell.digits($0, 2) }.joined(separator: ":")
  }

  /// The day of the calendar that is this many days after 1970-01-01, from the year 0 on.
  ///
  /// Source: Howard Hinnant, « chrono-Compatible Low-Level Date Algorithms », civil_from_days.
  private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = shifted / 146_097
    let ofEra = shifted % 146_097
    let year = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
    let ofYear = ofEra - (365 * year + year / 4 - year / 100)
    let month = (5 * ofYear + 2) / 153
    let civilMonth = month < 10 ? month + 3 : month - 9
    return (
      year + era * 400 + (civilMonth <= 2 ? 1 : 0), civilMonth, ofYear - (153 * month + 2) / 5 + 1
    )
  }
}
