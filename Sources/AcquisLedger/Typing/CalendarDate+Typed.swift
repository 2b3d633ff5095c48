public import Events
internal import Spelling

// Days as people write them.

extension CalendarDate {
  /// The day that a person typed: `2021-06-17`, `17/06/2021` (also with hyphens, full stops or spaces),
  /// `17 juin 2021`, `today`, `yesterday`, `tomorrow`, `aujourd’hui`, `hier`, `demain`.
  ///
  /// The day comes before the month. A year has four digits: of two, the century could only be guessed.
  ///
  /// - Parameter today: the day that the words are relative to.
  /// - Throws: ``InvalidValue/day``.
  public init(typed text: String, today: CalendarDate) throws(InvalidValue) {
    let folded = FoldedName(text).words
    if let offset = Self.relative[folded.joined()] {
      self = today.adding(days: offset)
    } else if let date = try? CalendarDate(text.trimmed) {
      self = date
    } else if let parts = TypedDateParts(text), let day = parts.day {
      try self.init(parts.year, parts.month, day)
    } else {
      throw .day
    }
  }

  /// The words for a day, folded, and how many days it is from today.
  private static let relative = [
    "today": 0, "aujourdhui": 0, "yesterday": -1, "hier": -1, "tomorrow": 1, "demain": 1,
  ]

  /// What a person may type for a day.
  public static let typedForms = Text(
    "un jour du calendrier est attendu, écrit 17/06/2021, `2021-06-17`, aujourd’hui ou hier "
      + "(une année a quatre chiffres)",
    "expected a day of the calendar written YYYY-MM-DD, 17/06/2021, today or yesterday "
      + "(a year has four digits)")
}

extension BirthDate {
  /// The birth date that a person typed, as precise as it is known: `1990`, `03/1990`, `1990-03`, `mars 1990`,
  /// or a day in any form but a word such as `today`.
  ///
  /// - Throws: ``InvalidValue/birthDate``.
  public init(typed text: String) throws(InvalidValue) {
    if let date = try? BirthDate(text.trimmed) {
      self = date
      return
    }
    guard let parts = TypedDateParts(text), 1...12 ~= parts.month else { throw .birthDate }
    let month = "\(Self.padded(parts.year, 4))-\(Self.padded(parts.month, 2))"
    try self.init(parts.day.map { "\(month)-\(Self.padded($0, 2))" } ?? month)
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// What a person may type for a birth date.
  public static let typedForms = Text(
    "une date de naissance est attendue, écrite 12/03/1990, 03/1990 ou 1990",
    "expected a birth date written 12/03/1990, 03/1990 or 1990, or YYYY, YYYY-MM or YYYY-MM-DD")
}

/// A day, or a month, written with the day first: `17/06/2021`, `17 juin 2021`, `06/2021`.
package struct TypedDateParts {
  package let year: Int
  package let month: Int
  /// Nil for a month.
  package let day: Int?

  /// Nil for a text of another form; whether such a day exists is not checked.
  package init?(_ text: String) {
    let words = text.trimmed.split(omittingEmptySubsequences: false) {
      "/-. \u{a0}\u{202f}".contains($0)
    }
    .map(String.init).filter { !$0.isEmpty }
    guard text.trimmed.first?.isPunctuation == false, 2...3 ~= words.count,
      let last = words.last, last.utf8.count == 4,
      let year = Self.number(last), let month = Self.month(words[words.count - 2])
    else { return nil }
    self.year = year
    self.month = month
    if words.count == 2 {
      day = nil
    } else {
      let first = words[0] == "1er" ? "1" : words[0]
      guard first.utf8.count <= 2, let day = Self.number(first) else { return nil }
      self.day = day
    }
  }

  private static func number(_ text: String) -> Int? {
    text.utf8.allSatisfy { 48...57 ~= $0 } ? Int(text) : nil
  }

  private static func month(_ text: String) -> Int? {
    if text.utf8.count <= 2, let number = number(text) { return number }
    return months[FoldedName(text).joined]
  }

  private static let months: [String: Int] = [
    "janvier": 1, "fevrier": 2, "mars": 3, "avril": 4, "mai": 5, "juin": 6, "juillet": 7,
    "aout": 8, "septembre": 9, "octobre": 10, "novembre": 11, "decembre": 12, "january": 1,
    "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8,
    "september": 9, "october": 10, "november": 11, "december": 12,
  ]
}

extension String {
  /// Without the blanks at its start and its end.
  package var trimmed: String {
    let rest = drop(while: \.isWhitespace)
    guard let last = rest.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(rest[...last])
  }
}
