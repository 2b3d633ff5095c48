import Events
import Testing

@Suite struct `An instant` {
  @Test(arguments: [
    "1970-01-01T00:00:00.000000Z", "2021-06-18T09:12:33.123456Z", "9999-12-31T23:59:59.999999Z",
    "2000-02-29T23:59:59.000001Z",
  ]) func `an instant is written as it was read`(text: String) throws {
    let instant = try Instant(text)
    #expect(instant.description == text)
    #expect(try Instant(microseconds: instant.microseconds) == instant)
  }

  @Test(arguments: [
    "", "2021-06-18", "2021-06-18T09:12:33Z", "2021-06-18T09:12:33.123Z",
    "2021-06-18T09:12:33.123456", "2021-06-18T24:00:00.000000Z", "2021-06-18T09:60:33.123456Z",
    "2021-06-18T09:12:60.123456Z", "2021-02-29T09:12:33.123456Z", "1969-12-31T23:59:59.999999Z",
    "2021-06-18t09:12:33.123456z", "2021-06-18 09:12:33.123456Z", "2021-06-18T09:12:33.12345éZ",
    "2021-06-18T09:12:33.123456+", "2021-06-18T-9:12:33.123456Z",
  ]) func `an instant in another form is refused`(text: String) {
    #expect(throws: InvalidValue.instant) { try Instant(text) }
  }

  @Test func `there is no instant before 1970 or after 9999`() throws {
    #expect(throws: InvalidValue.instant) { try Instant(microseconds: -1) }
    let last = try Instant("9999-12-31T23:59:59.999999Z").microseconds
    #expect(throws: InvalidValue.instant) { try Instant(microseconds: last + 1) }
  }

  @Test(arguments: [
    // Winter: midnight in Paris is 23:00 UTC.
    ("2026-01-14T22:59:59.999999Z", "2026-01-14"), ("2026-01-14T23:00:00.000000Z", "2026-01-15"),
    ("2025-12-31T22:59:59.999999Z", "2025-12-31"), ("2025-12-31T23:00:00.000000Z", "2026-01-01"),
    // The eve of summer time, and its first day: 2026-03-29.
    ("2026-03-28T22:59:59.999999Z", "2026-03-28"), ("2026-03-28T23:00:00.000000Z", "2026-03-29"),
    ("2026-03-29T00:59:59.999999Z", "2026-03-29"), ("2026-03-29T01:00:00.000000Z", "2026-03-29"),
    ("2026-03-29T21:59:59.999999Z", "2026-03-29"), ("2026-03-29T22:00:00.000000Z", "2026-03-30"),
    // The eve of its last day, and its last day: 2026-10-25.
    ("2026-10-24T21:59:59.999999Z", "2026-10-24"), ("2026-10-24T22:00:00.000000Z", "2026-10-25"),
    ("2026-10-25T00:59:59.999999Z", "2026-10-25"), ("2026-10-25T01:00:00.000000Z", "2026-10-25"),
    ("2026-10-25T22:59:59.999999Z", "2026-10-25"), ("2026-10-25T23:00:00.000000Z", "2026-10-26"),
    // The change on the month's last day and on its 25th, and the days around.
    ("2024-03-30T23:00:00.000000Z", "2024-03-31"), ("2024-03-31T22:00:00.000000Z", "2024-04-01"),
    ("2024-03-30T22:00:00.000000Z", "2024-03-30"), ("2018-03-25T22:00:00.000000Z", "2018-03-26"),
    ("2018-03-24T22:30:00.000000Z", "2018-03-24"), ("2021-10-30T22:00:00.000000Z", "2021-10-31"),
    ("2021-10-31T22:30:00.000000Z", "2021-10-31"), ("2020-10-24T22:00:00.000000Z", "2020-10-25"),
    ("2020-10-25T22:30:00.000000Z", "2020-10-25"), ("2027-03-28T22:00:00.000000Z", "2027-03-29"),
    ("2027-03-27T22:30:00.000000Z", "2027-03-27"), ("1970-01-01T00:00:00.000000Z", "1970-01-01"),
    ("9999-12-31T23:30:00.000000Z", "9999-12-31"),
  ]) func `an instant falls on a day in Paris`(instant: String, day: String) throws {
    #expect(try Instant(instant).dayInParis.description == day)
  }
}
