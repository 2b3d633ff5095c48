import AcquisLedger
import Events
import Testing

@Suite struct TypedDayTests {
  private let today: CalendarDate

  init() throws { today = try CalendarDate("2026-03-01") }

  @Test(arguments: [
    ("2021-06-17", "2021-06-17"), ("17/06/2021", "2021-06-17"), ("17-06-2021", "2021-06-17"),
    ("17.6.2021", "2021-06-17"), (" 17 juin 2021 ", "2021-06-17"), ("1er août 2020", "2020-08-01"),
    ("17 June 2021", "2021-06-17"), ("today", "2026-03-01"), ("Aujourd’hui", "2026-03-01"),
    ("aujourd'hui", "2026-03-01"), ("hier", "2026-02-28"), ("Yesterday", "2026-02-28"),
    ("demain", "2026-03-02"), ("tomorrow", "2026-03-02"), ("29/02/2024", "2024-02-29"),
  ])
  func `a day is read as people write it`(text: String, day: String) throws {
    #expect(try CalendarDate(typed: text, today: today) == CalendarDate(day))
  }

  @Test(arguments: [
    "", "17/06/21", "17.06.21", "31/02/2021", "06/17/2021", "2021", "06/2021", "17/06/2021/1",
    "lundi", "1/2/3/2021", "-1/06/2021", "17/06/20210", "2021/06/17", "①/06/2021", "17 jui 2021",
  ])
  func `what is no day, or could be several, is refused`(text: String) {
    #expect(throws: InvalidValue.day) { try CalendarDate(typed: text, today: today) }
  }

  @Test(arguments: [
    ("1990", "1990"), ("1990-03", "1990-03"), ("1990-03-12", "1990-03-12"), ("03/1990", "1990-03"),
    ("3/1990", "1990-03"), ("mars 1990", "1990-03"), ("12/03/1990", "1990-03-12"),
    ("12 mars 1990", "1990-03-12"),
  ])
  func `a birth date is as precise as it is typed`(text: String, date: String) throws {
    #expect(try BirthDate(typed: text).text == date)
  }

  @Test(arguments: ["12/03/90", "13/1990", "00/1990", "hier", "31/02/1990", "90", ""])
  func `what is no birth date is refused`(text: String) {
    #expect(throws: InvalidValue.birthDate) { try BirthDate(typed: text) }
  }
}
