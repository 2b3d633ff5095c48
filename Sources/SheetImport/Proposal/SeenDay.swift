internal import AcquisLedger
internal import Events
internal import Sheets
internal import Spelling

/// A day as a cell has it, before it is decided which number is the month.
enum SeenDay: Hashable {
  /// A day cell, `2021-06-17`, `17 juin 2021`.
  case certain(CalendarDate)
  /// `17/06/2021`, `17.06.21`: which number is the month is open.
  case numbers(first: Int, second: Int, year: Int)
  /// A whole number that may count days.
  case serial(Int)
  /// A year, or a month of one.
  case part

  /// - Parameter today: two digits of a year are of this century up to this day's year.
  init?(_ cell: ReadCell, today: CalendarDate) {
    switch cell {
    case .empty, .boolean: return nil
    case .day(let year, let month, let day):
      guard let date = try? CalendarDate(year, month, day) else { return nil }
      self = .certain(date)
    case .number(let number, _):
      guard number == number.rounded(), 1...80_000 ~= number else { return nil }
      self = 1900...2099 ~= number ? .part : .serial(Int(number))
    case .text(let text):
      guard text.utf8.count <= 40 else { return nil }
      self.init(text: text, today: today)
    }
  }

  private init?(text: String, today: CalendarDate) {
    let text = text.trimmed
    if let day = try? CalendarDate(text) {
      self = .certain(day)
      return
    }
    let words = text.split { "/-. \u{a0}\u{202f}".contains($0) }.map(String.init)
    let numbers = words.compactMap { word in
      word.utf8.allSatisfy({ 48...57 ~= $0 }) && word.utf8.count <= 5 ? Int(word) : nil
    }
    guard text.first?.isPunctuation == false else { return nil }
    if words.count == 1, let number = numbers.first {
      guard 1000...80_000 ~= number else { return nil }
      self = 1900...2099 ~= number ? .part : .serial(number)
    } else if words.count == 3, numbers.count == 3, words[0].utf8.count <= 2,
      words[1].utf8.count <= 2, words[2].utf8.count == 4 || words[2].utf8.count == 2
    {
      let year = words[2].utf8.count == 4 ? numbers[2] : Self.whole(numbers[2], today)
      guard
        Self.day(numbers[0], numbers[1], year) != nil
          || Self.day(numbers[1], numbers[0], year) != nil
      else { return nil }
      self = .numbers(first: numbers[0], second: numbers[1], year: year)
    } else if let parts = TypedDateParts(text) {
      guard let day = parts.day else {
        self = .part
        return
      }
      guard let date = Self.day(day, parts.month, parts.year) else { return nil }
      self = .certain(date)
    } else if words.count >= 3, let date = Self.named(words, today) {
      self = .certain(date)
    } else {
      return nil
    }
  }

  /// `17 juin 21`, `jeudi 17 juin 2021`, `June 17, 2021`.
  private static func named(_ words: [String], _ today: CalendarDate) -> CalendarDate? {
    let words = words.map { $0.filter { $0 != "," } }.suffix(3)
    guard let year = words.last.flatMap({ Int($0) }), words.count == 3 else { return nil }
    let four = year < 100 ? whole(year, today) : year
    for (day, month) in [(0, 1), (1, 0)] {
      let words = Array(words)
      let text = "\(words[day]) \(words[month]) \(four)"
      guard Int(words[month]) == nil, let parts = TypedDateParts(text), let number = parts.day
      else { continue }
      return Self.day(number, parts.month, parts.year)
    }
    return nil
  }

  private static func whole(_ year: Int, _ today: CalendarDate) -> Int {
    2000 + year <= today.components.year ? 2000 + year : 1900 + year
  }

  static func day(_ day: Int, _ month: Int, _ year: Int) -> CalendarDate? {
    try? CalendarDate(year, month, day)
  }

  /// The day that a number counts to from 1900 or 1904; nil outside the calendar.
  static func day(_ serial: Int, from start: SerialDays.Start) -> CalendarDate? {
    switch start {
    case .year1900:
      serial == 60 ? nil : try? CalendarDate(dayNumber: serial - (serial < 60 ? 25_568 : 25_569))
    case .year1904: try? CalendarDate(dayNumber: serial - 24_107)
    }
  }

  /// The day under a form; nil for a number and a part.
  func date(_ form: DayForm) -> CalendarDate? {
    switch self {
    case .certain(let day): day
    case .numbers(let first, let second, let year):
      switch form {
      case .dayFirst: Self.day(first, second, year)
      case .monthFirst: Self.day(second, first, year)
      }
    case .serial, .part: nil
    }
  }

  /// The first day within a longer text: `Jury du 17 juin 2020 – Lyon`.
  static func within(_ text: String, today: CalendarDate) -> SeenDay? {
    split(text, today: today)?.day
  }

  /// The first day within a text, and the text without it.
  static func split(_ text: String, today: CalendarDate) -> (day: SeenDay, rest: String)? {
    guard text.utf8.count <= 400 else { return nil }
    let words = text.split { $0.isWhitespace || "–—,;:()_".contains($0) }.map(String.init)
    for index in words.indices {
      if words[index].contains(where: { "/-.".contains($0) }),
        let day = SeenDay(.text(words[index]), today: today), day.isWhole
      {
        return (day, (words[..<index] + words[(index + 1)...]).joined(separator: " "))
      }
      let end = index + 3
      guard end <= words.count else { continue }
      let three = words[index..<end].joined(separator: " ")
      if let day = SeenDay(.text(three), today: today), day.isWhole {
        return (day, (words[..<index] + words[end...]).joined(separator: " "))
      }
    }
    return nil
  }

  /// Whether it has a day, a month and a year.
  var isWhole: Bool {
    switch self {
    case .certain, .numbers: true
    case .serial, .part: false
    }
  }
}

/// The days of many cells, each text read once: a sheet has few different days.
struct SeenDays {
  let today: CalendarDate
  private var texts: [String: SeenDay?] = [:]

  init(today: CalendarDate) { self.today = today }

  mutating func day(_ cell: ReadCell) -> SeenDay? {
    guard case .text(let text) = cell else { return SeenDay(cell, today: today) }
    if let known = texts[text] { return known }
    let day = SeenDay(cell, today: today)
    texts.updateValue(day, forKey: text)
    return day
  }
}
