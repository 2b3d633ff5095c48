public import Events

/// The calendar month or year that a report is about.
public struct ReportPeriod: Hashable, Sendable, CustomStringConvertible {
  /// From 1 to 9999.
  public let year: Int
  /// From 1 to 12; nil for the whole year.
  public let month: Int?

  /// The month of a day.
  public init(monthOf day: CalendarDate) {
    year = day.components.year
    month = day.components.month
  }

  /// - Returns: nil unless the text is `YYYY-MM`, a month that exists.
  public init?(month text: String) {
    guard let day = try? CalendarDate(text + "-01") else { return nil }
    self.init(monthOf: day)
  }

  /// - Returns: nil unless the text is `YYYY`, a year that exists.
  public init?(year text: String) {
    guard let day = try? CalendarDate(text + "-01-01") else { return nil }
    year = day.components.year
    month = nil
  }

  /// `2026-10`, or `2026` for a year.
  public var description: String {
    let text = firstDay.description
    return String(month == nil ? text.prefix(4) : text.prefix(7))
  }

  public var firstDay: CalendarDate {
    (try? CalendarDate(year, month ?? 1, 1)) ?? .first
  }

  public var lastDay: CalendarDate {
    let month = month ?? 12
    return (try? CalendarDate(year, month, CalendarDate.days(inMonth: month, of: year))) ?? .last
  }

  public func contains(_ day: CalendarDate) -> Bool { firstDay <= day && day <= lastDay }

  /// The months of its year up to its last one, from 1.
  public var monthsSoFar: ClosedRange<Int> { 1...(month ?? 12) }
}
