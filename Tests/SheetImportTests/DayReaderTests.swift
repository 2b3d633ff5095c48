import Events
import Sheets
import Testing

@testable import SheetImport

struct DayReaderTests {
  private func reader(
    _ form: PlanAnswer<DayForm>? = .given(.dayFirst), _ serials: [SerialDays] = []
  ) throws -> DayReader {
    DayReader(form: form, serials: serials, today: try CalendarDate(2026, 1, 15))
  }

  @Test(arguments: [
    "17/06/2020", "17/06/20", "17.06.2020", "17-06-2020", "17 juin 2020", "2020-06-17",
    "17 / 6 / 2020", "17-juin-20", "mercredi 17 juin 2020", "17/06/2020 14:30",
    "17/06/2020 à 14h30",
    "2020-06-17T14:30:00", "le 17 Juin 2020", "17 06 2020",
  ])
  func `a day is read in each of its forms`(text: String) throws {
    #expect(try reader().day(.text(text), text, row: 1) == .day(try CalendarDate(2020, 6, 17)))
  }

  @Test func `the first of a month, and months before days, are read`() throws {
    let first = try CalendarDate(2021, 6, 1)
    #expect(try reader().day(.text("1er juin 2021"), "1er juin 2021", row: 1) == .day(first))
    let american = try reader(.given(.monthFirst)).day(.text("06/01/2021"), "06/01/2021", row: 1)
    #expect(american == .day(first))
  }

  @Test(arguments: [
    "31/02/2020", "17/06", "2020", "juin 2020", "17/06/2020?", "J2020A", "17/06/202",
  ])
  func `what is no day is none`(text: String) throws {
    #expect(try reader().day(.text(text), text, row: 1) == .notADay)
  }

  @Test func `without a form only a day with two readings is ambiguous`() throws {
    for form in [nil, PlanAnswer<DayForm>.open] {
      let open = try reader(form)
      #expect(open.day(.text("03/04/2021"), "03/04/2021", row: 1) == .ambiguous)
      #expect(
        open.day(.text("17/04/2021"), "17/04/2021", row: 1) == .day(try CalendarDate(2021, 4, 17)))
      #expect(
        open.day(.text("04/04/2021"), "04/04/2021", row: 1) == .day(try CalendarDate(2021, 4, 4)))
    }
    let strict = try reader(.given(.dayFirst)).day(.text("06/17/2021"), "06/17/2021", row: 1)
    #expect(strict == .notADay)
  }

  @Test func `a day of two digits is the latest that is past, and a day to come is none`() throws {
    let days = try reader()
    #expect(days.day(.text("01/01/27"), "01/01/27", row: 1) == .day(try CalendarDate(1927, 1, 1)))
    #expect(days.day(.text("16/01/2026"), "16/01/2026", row: 1) == .future)
  }

  @Test func `numbers are days as the plan says for their row`() throws {
    let serials = [
      SerialDays(.given(.year1904), rows: 12...40), SerialDays(.given(.year1900)),
    ]
    let day = try CalendarDate(2017, 12, 9)
    let days = try reader(.given(.dayFirst), serials)
    #expect(days.day(.text("43078"), "43078", row: 2) == .day(day))
    #expect(days.day(.number(43078.6, "43078.6"), "43078.6", row: 2) == .day(day))
    #expect(days.day(.number(41616, "41616"), "41616", row: 12) == .day(day))
    #expect(days.day(.day(year: 2017, month: 12, day: 9), "2017-12-09", row: 2) == .day(day))
    #expect(days.day(.day(year: 2013, month: 12, day: 8), "2013-12-08", row: 40) == .day(day))
    #expect(try reader().day(.text("43078"), "43078", row: 2) == .notADay)
    let open = try reader(.given(.dayFirst), [SerialDays(.open)])
    #expect(open.day(.text("43078"), "43078", row: 2) == .ambiguous)
  }

  @Test(arguments: [
    ("23/06/1975", "1975-06-23"), ("23/06/75", "1975-06-23"), ("1972", "1972"), ("72", "1972"),
    ("03/1972", "1972-03"), ("1972-03", "1972-03"), ("mars 1972", "1972-03"),
    ("01/02/03", "2003-02-01"),
    ("00/03/1972", "1972-03"), ("00/00/1972", "1972"),
  ])
  func `a birth date is as precise as its cell`(text: String, birth: String) throws {
    let reading = try reader().birth(
      .text(text), text, row: 1, session: try CalendarDate(2020, 6, 17))
    #expect(reading == .day(try BirthDate(birth)))
  }

  @Test(arguments: ["10/10/10", "15", "17/06", "environ 1972"])
  func `a birth year of two digits makes somebody of 15 to 85 years, or none`(text: String) throws {
    let reading = try reader().birth(
      .text(text), text, row: 1, session: try CalendarDate(2020, 6, 17))
    #expect(reading == .notADay)
  }

  @Test(arguments: [
    "Jury du 17 juin 2020 – Lyon", "JURY (17/06/2020)", "Session 2 du 17.06.20, salle 3",
  ])
  func `a day is found in a heading`(text: String) throws {
    #expect(try reader().day(within: text) == .day(try CalendarDate(2020, 6, 17)))
  }

  @Test(arguments: ["17 et 18 juin 2020", "du 17-18 juin 2020", "du 17/06/2020 au 18/06/2020"])
  func `a heading of several days has none`(text: String) throws {
    #expect(try reader().day(within: text) == .ambiguous)
  }
}
