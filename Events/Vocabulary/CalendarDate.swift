/// A civil day of the Gregorian calendar, years 0001 to 9999.
///
/// ```swift
/// let day = try CalendarDate(2020, 2, 29)
/// day.adding(years: 5)  // 2025-02-28
/// ```
///
/// Stored as a number of days, so that days compare and subtract as numbers. The arithmetic is that
/// of the civil calendar in eras of 400 years (146,097 days) that start on 1 March.
@frozen public struct CalendarDate: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01, negative before.
  public let dayNumber: Int32

  /// - Throws: ``InvalidValue/day`` where no such day exists.
  @inlinable public init(_ year: Int, _ month: Int, _ day: Int) throws(InvalidValue) {
    guard 1...9999 ~= year, 1...12 ~= month, day >= 1,
      day <= Self.days(inMonth: month, of: year)
    else { throw .day }
    self.init(existing: year, month, day)
  }

  /// The day that many days after 1970-01-01, or before it if negative.
  ///
  /// - Throws: ``InvalidValue/day`` outside the years 0001 to 9999.
  @inlinable public init(dayNumber: Int) throws(InvalidValue) {
    guard Self.first.dayNumber...Self.last.dayNumber ~= Int32(clamping: dayNumber) else {
      throw .day
    }
    self.dayNumber = Int32(dayNumber)
  }

  @inlinable init(existing year: Int, _ month: Int, _ day: Int) {
    let shifted = month > 2 ? year : year - 1
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    dayNumber = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// 0001-01-01.
  public static let first = CalendarDate(existing: 1, 1, 1)
  /// 9999-12-31.
  public static let last = CalendarDate(existing: 9999, 12, 31)

  @inlinable public static func < (left: Self, right: Self) -> Bool {
    left.dayNumber < right.dayNumber
  }

  /// Year, month and day of the month.
  @inlinable public var components: (year: Int, month: Int, day: Int) {
    let shifted = Int(dayNumber) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The number of days in a month, from 1 to 12.
  @inlinable public static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The number of days from this day to another: 0 for itself, negative for an earlier day.
  @inlinable public func days(until other: CalendarDate) -> Int {
    Int(other.dayNumber) - Int(dayNumber)
  }

  /// The same date that many calendar years later; where that date does not exist, the last day of
  /// that month (Code de procédure civile, article 641). Clamped to ``last``.
  public func adding(years: Int) -> CalendarDate {
    let (year, month, day) = components
    guard years <= 9999 - year else { return .last }
    let target = max(1, year + years)
    return CalendarDate(existing: target, month, min(day, Self.days(inMonth: month, of: target)))
  }

  /// The same date that many calendar months later, or earlier if negative; where that date does
  /// not exist, the last day of that month. Clamped to ``first`` and ``last``.
  public func adding(months: Int) -> CalendarDate {
    let (year, month, day) = components
    let (sum, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
    guard !overflow, sum < 120_000 else { return .last }
    guard sum >= 12 else { return .first }
    let (target, index) = sum.quotientAndRemainder(dividingBy: 12)
    return CalendarDate(
      existing: target, index + 1, min(day, Self.days(inMonth: index + 1, of: target)))
  }

  /// The day that many days later, or earlier if negative. Clamped to ``first`` and ``last``.
  public func adding(days: Int) -> CalendarDate {
    let (sum, overflow) = Int(dayNumber).addingReportingOverflow(days)
    if overflow { return days > 0 ? .last : .first }
    guard let date = try? CalendarDate(dayNumber: sum) else { return days > 0 ? .last : .first }
    return date
  }
}

extension CalendarDate: CustomStringConvertible {
  /// - Throws: ``InvalidValue/day`` unless the text is `YYYY-MM-DD` and the day exists.
  public init(_ text: String) throws(InvalidValue) {
    var text = text
    self = try unsafe text.withUTF8Bytes { (bytes) throws(InvalidValue) in
      try unsafe CalendarDate(utf8: bytes)
    }
  }

  /// Parses the ten bytes of `YYYY-MM-DD`; on the hot path of a replay.
  ///
  /// - Throws: ``InvalidValue/day`` like ``init(_:)``.
  @inlinable public init(utf8 bytes: UnsafeRawBufferPointer) throws(InvalidValue) {
    guard bytes.count == 10, unsafe bytes[4] == UInt8(ascii: "-"),
      unsafe bytes[7] == UInt8(ascii: "-"),
      let century = unsafe Decimal.two(bytes, at: 0), let years = unsafe Decimal.two(bytes, at: 2),
      let month = unsafe Decimal.two(bytes, at: 5), let day = unsafe Decimal.two(bytes, at: 8)
    else { throw .day }
    try self.init(century * 100 + years, month, day)
  }

  /// `YYYY-MM-DD`.
  public var description: String { String(decoding: utf8, as: UTF8.self) }

  /// The ten bytes of `YYYY-MM-DD`.
  public var utf8: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(10)
    append(to: &bytes)
    return bytes
  }

  /// Appends the ten bytes of `YYYY-MM-DD`.
  func append(to bytes: inout [UInt8]) {
    for _ in 0..<10 { bytes.append(0) }
    write(over: &bytes, at: bytes.count - 10)
  }

  /// Writes the ten bytes of `YYYY-MM-DD` over those from an index on.
  func write(over bytes: inout [UInt8], at start: Int) {
    let (year, month, day) = components
    Decimal.write(year, width: 4, over: &bytes, at: start)
    bytes[start + 4] = UInt8(ascii: "-")
    Decimal.write(month, width: 2, over: &bytes, at: start + 5)
    bytes[start + 7] = UInt8(ascii: "-")
    Decimal.write(day, width: 2, over: &bytes, at: start + 8)
  }
}
