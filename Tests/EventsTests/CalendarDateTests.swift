import Events
import Testing

@Suite struct `A calendar day` {
  @Test func `every day from 1899-12-31 to 2101 is written and read back, in order`() throws {
    var day = try CalendarDate(1899, 12, 31)
    var expected = (year: 1899, month: 12, day: 31)
    while expected.year < 2102 {
      var isRight = day.components == expected
      let leap = expected.year % 4 == 0 && expected.year != 1900 && expected.year != 2100
      let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
      isRight = try isRight && CalendarDate(day.description) == day
      isRight =
        try isRight && CalendarDate(expected.year, expected.month, expected.day) == day
      expected.day += 1
      if expected.day > lengths[expected.month - 1] {
        expected = (expected.year, expected.month + 1, 1)
      }
      if expected.month > 12 { expected = (expected.year + 1, 1, 1) }
      let next = day.adding(days: 1)
      isRight = isRight && day < next && day.days(until: next) == 1
      if !isRight { Issue.record("\(day) is written wrongly") }
      day = next
    }
  }

  @Test func `day 0 is 1970-01-01`() throws {
    #expect(try CalendarDate(dayNumber: 0).description == "1970-01-01")
    #expect(try CalendarDate("2000-03-01").dayNumber == 11_017)
  }

  @Test func `the calendar starts on 0001-01-01 and ends on 9999-12-31`() throws {
    #expect(try CalendarDate("0001-01-01") == .first)
    #expect(try CalendarDate("9999-12-31") == .last)
    #expect(CalendarDate.first.adding(days: -1) == .first)
    #expect(CalendarDate.last.adding(days: 1) == .last)
    #expect(CalendarDate.last.adding(days: .max) == .last)
    #expect(CalendarDate.first.adding(days: .min) == .first)
    for number in [
      Int(CalendarDate.last.dayNumber) + 1, Int(CalendarDate.first.dayNumber) - 1, .max,
    ] {
      #expect(throws: InvalidValue.day) { try CalendarDate(dayNumber: number) }
    }
  }

  @Test(arguments: [
    "2021-02-30", "2021-02-29", "1900-02-29", "2100-02-29", "2021-04-31", "2021-13-01",
    "2021-00-01", "2021-01-00", "2021-01-32", "0000-01-01", "2026-1-5", "2026-01-5", "20260105",
    "2026/01/05", "2026-01-05 ", " 2026-01-05", "+026-01-05", "2026-01-0é", "٢٠٢٦-٠١-٠٥", "",
    "10000-01-01", "2026-01-05T00:00:00Z",
  ]) func `a text that names no day is refused`(text: String) {
    #expect(throws: InvalidValue.day) { try CalendarDate(text) }
  }

  @Test func `30 February is no day`() {
    #expect(throws: InvalidValue.day) { try CalendarDate(2021, 2, 30) }
  }

  @Test func `2000 is a leap year and 1900 is not`() {
    #expect(throws: Never.self) { try CalendarDate(2000, 2, 29) }
    #expect(throws: InvalidValue.day) { try CalendarDate(1900, 2, 29) }
  }

  @Test(arguments: [
    ("2020-02-29", 5, "2025-02-28"), ("2020-02-29", 4, "2024-02-29"),
    ("2021-06-17", 5, "2026-06-17"), ("2096-02-29", 4, "2100-02-28"),
    ("2021-12-31", 0, "2021-12-31"),
    ("9998-06-17", 1, "9999-06-17"), ("9998-06-17", 2, "9999-12-31"),
    ("2021-06-17", 9_007_199_254_740_991, "9999-12-31"),
  ]) func `years are counted to the same date, or the month’s last day`(
    start: String, years: Int, end: String
  ) throws {
    #expect(try CalendarDate(start).adding(years: years).description == end)
  }

  @Test(arguments: [
    ("2021-11-30", 3, "2022-02-28"), ("2023-11-30", 3, "2024-02-29"),
    ("2021-11-28", 3, "2022-02-28"), ("2021-10-31", 1, "2021-11-30"),
    ("2022-02-28", 3, "2022-05-28"), ("2021-12-31", 0, "2021-12-31"),
    ("2021-12-15", 1, "2022-01-15"), ("2021-01-31", 12, "2022-01-31"),
    ("2020-02-29", 60, "2025-02-28"), ("2022-01-31", -2, "2021-11-30"),
    ("9999-09-30", 3, "9999-12-30"), ("9999-10-01", 3, "9999-12-31"),
    ("0001-01-15", -1, "0001-01-01"), ("2021-06-17", .max, "9999-12-31"),
    ("2021-06-17", .min, "0001-01-01"),
  ]) func `months are counted to the same date, or the month’s last day`(
    start: String, months: Int, end: String
  ) throws {
    #expect(try CalendarDate(start).adding(months: months).description == end)
  }
}
