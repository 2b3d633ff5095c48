internal import Events
internal import Sheets

/// Reads the cells of a column of days.
struct DayReader {
  /// What a cell says.
  enum Reading<Day: Hashable>: Hashable {
    case blank
    case day(Day)
    case notADay
    /// Two days are possible.
    case ambiguous
    case future

    var value: Day? { if case .day(let day) = self { day } else { nil } }
  }

  /// Ages of which a two-digit year of birth may make a person, in years.
  static let ages = 15...85

  let form: PlanAnswer<DayForm>
  let serials: [SerialDays]
  let today: CalendarDate
  /// Whether a text with a day and a time may be a cell that the workbook has as a day.
  let isWorkbook: Bool

  /// - Parameter form: nil is an open answer: a day that can be read in two ways is none.
  init(
    form: PlanAnswer<DayForm>?, serials: [SerialDays] = [], today: CalendarDate,
    isWorkbook: Bool = false
  ) {
    self.form = form ?? .open
    self.serials = serials
    self.today = today
    self.isWorkbook = isWorkbook
  }

  /// A day that is not one of birth; of a year with two digits the latest that is not after today.
  func day(_ cell: ReadCell, _ text: String, row: Int) -> Reading<CalendarDate> {
    if text.isEmpty { return .blank }
    if text.utf8.count == 4, let year = Int(text), 1900...2099 ~= year { return .notADay }
    if let reading = storedDay(cell, text, row: row) { return reading }
    guard let written = DayText(text).day else { return .notADay }
    return day(written)
  }

  /// The one day within a text such as `Jury du 17 juin 2020`; blank if it has none.
  func day(within text: String) -> Reading<CalendarDate> {
    guard let days = DayText(text).days else { return .ambiguous }
    guard let first = days.first else { return .blank }
    return days.count == 1 ? day(first) : .ambiguous
  }

  /// A date of birth, as precise as the cell has it.
  ///
  /// - Parameter session: on which the person has one of ``ages``; nil: today.
  func birth(
    _ cell: ReadCell, _ text: String, row: Int, session: CalendarDate?
  ) -> Reading<BirthDate> {
    if text.isEmpty { return .blank }
    let onDay = session ?? today
    if case .number(let number, _) = cell, number == number.rounded(), 1900...2099 ~= number {
      return partial(
        WrittenDay(parts: .known(month: 0, day: 0), year: Int(number), isShort: false), onDay)
    }
    let words = DayText(text)
    if let written = words.month { return partial(written, onDay) }
    if let reading = storedDay(cell, text, row: row) { return Self.birth(reading) }
    guard let written = words.day else { return .notADay }
    if let month = Self.monthWithoutDay(written) { return partial(month, onDay) }
    let readings = Set(
      readings(written).compactMap { month, day -> CalendarDate? in
        let years = written.isShort ? [1900 + written.year, 2000 + written.year] : [written.year]
        return years.lazy.compactMap { try? CalendarDate($0, month, day) }.first { birth in
          !written.isShort || Self.ages ~= Self.age(birth, on: onDay)
        }
      })
    return Self.birth(checked(readings))
  }

  // MARK: Written days

  private func day(_ written: WrittenDay) -> Reading<CalendarDate> {
    checked(
      Set(
        readings(written).compactMap { month, day -> CalendarDate? in
          guard written.isShort else { return try? CalendarDate(written.year, month, day) }
          let days = [2000, 1900].compactMap {
            try? CalendarDate($0 + written.year, month, day)
          }
          return days.first { $0 <= today } ?? days.first
        }))
  }

  private func checked(_ readings: Set<CalendarDate>) -> Reading<CalendarDate> {
    guard let day = readings.first else { return .notADay }
    if readings.count > 1 { return .ambiguous }
    if day.components.year < 1000 { return .notADay }
    return day > today ? .future : .day(day)
  }

  /// The months and days that the two numbers may be by the plan's form.
  private func readings(_ written: WrittenDay) -> [(month: Int, day: Int)] {
    switch written.parts {
    case .known(let month, let day): [(month, day)]
    case .numbers(let first, let second):
      switch form {
      case .given(.dayFirst): [(second, first)]
      case .given(.monthFirst): [(first, second)]
      case .open: [(second, first), (first, second)]
      }
    }
  }

  // MARK: Births

  /// `00/03/1972` is a month, `00/00/1972` a year.
  private static func monthWithoutDay(_ written: WrittenDay) -> WrittenDay? {
    let month: Int
    switch written.parts {
    case .numbers(0, let other), .numbers(let other, 0): month = other
    case .known(let known, day: 0): month = known
    case .numbers, .known: return nil
    }
    guard 0...12 ~= month else { return nil }
    return WrittenDay(
      parts: .known(month: month, day: 0), year: written.year, isShort: written.isShort)
  }

  private func partial(_ written: WrittenDay, _ onDay: CalendarDate) -> Reading<BirthDate> {
    guard case .known(let month, _) = written.parts else { return .notADay }
    let last = onDay.components.year
    let years = written.isShort ? [1900 + written.year, 2000 + written.year] : [written.year]
    let year = years.first { !written.isShort || Self.ages ~= last - $0 }
    guard let year, let first = try? CalendarDate(year, max(1, month), 1) else { return .notADay }
    if first > today { return .future }
    let text = month == 0 ? first.description.prefix(4) : first.description.prefix(7)
    guard let birth = try? BirthDate(String(text)) else { return .notADay }
    return .day(birth)
  }

  private static func birth(_ reading: Reading<CalendarDate>) -> Reading<BirthDate> {
    switch reading {
    case .blank: .blank
    case .notADay: .notADay
    case .ambiguous: .ambiguous
    case .future: .future
    case .day(let day):
      (try? BirthDate(day.description)).map { .day($0) } ?? .notADay
    }
  }

  private static func age(_ birth: CalendarDate, on day: CalendarDate) -> Int {
    let (from, to) = (birth.components, day.components)
    return to.year - from.year - ((to.month, to.day) < (from.month, from.day) ? 1 : 0)
  }

  // MARK: Cells that the workbook has as days, and numbers

  /// Nil for a cell whose text is to be read.
  private func storedDay(_ cell: ReadCell, _ text: String, row: Int) -> Reading<CalendarDate>? {
    switch cell {
    case .day(let year, let month, let day):
      return shifted(try? CalendarDate(year, month, day), row: row)
    case .number(let number, _): return serial(number, row: row)
    case .boolean: return .notADay
    case .empty: return .blank
    case .text:
      if text.utf8.allSatisfy({ 48...57 ~= $0 || $0 == 0x2C || $0 == 0x2E }),
        !text.utf8.allSatisfy({ $0 == 0x2C || $0 == 0x2E }), text.utf8.first != 0x30
      {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
        guard parts.count <= 2, let whole = Int(parts[0]), whole >= 1000 else { return nil }
        return serial(Double(whole), row: row)
      }
      if isWorkbook, text.utf8.count > 11, text.utf8.dropFirst(10).first == 0x20,
        let day = try? CalendarDate(String(text.prefix(10)))
      {
        return shifted(day, row: row)
      }
      return nil
    }
  }

  /// A day of 1900's system in a column of 1904's.
  private func shifted(_ day: CalendarDate?, row: Int) -> Reading<CalendarDate> {
    guard let day else { return .notADay }
    switch serving(row)?.start {
    case .given(.year1904): return checked([day.adding(days: 1462)])
    case .given(.year1900), nil: return checked([day])
    case .open: return .ambiguous
    }
  }

  private func serial(_ number: Double, row: Int) -> Reading<CalendarDate> {
    guard let serving = serving(row), 1...2_958_465 ~= number else { return .notADay }
    let days = Int(number)
    switch serving.start {
    case .open: return .ambiguous
    case .given(.year1904): return checked(dayNumber: days - 24_107)
    case .given(.year1900):
      return days == 60 ? .notADay : checked(dayNumber: days - (days < 60 ? 25_568 : 25_569))
    }
  }

  private func checked(dayNumber: Int) -> Reading<CalendarDate> {
    guard let day = try? CalendarDate(dayNumber: dayNumber) else { return .notADay }
    return checked([day])
  }

  private func serving(_ row: Int) -> SerialDays? {
    serials.first { $0.rows?.contains(row) ?? true }
  }
}
