internal import Spelling

/// A day as a cell writes it, before it is known which number is the month and which century it is.
struct WrittenDay: Hashable {
  enum Parts: Hashable {
    /// `17 juin 2021`, `2021-06-17`: 0 stands for a part that is not known.
    case known(month: Int, day: Int)
    /// `03/04/2021`: the two numbers before the year.
    case numbers(Int, Int)
  }

  let parts: Parts
  let year: Int
  /// Whether the year has two digits.
  let isShort: Bool
}

/// The numbers and words of a text, from which days are read.
struct DayText {
  enum Token: Hashable {
    case number(Int, digits: Int)
    case word(String)
    case other(Character)
  }

  private var tokens: [Token] = []
  /// What stands before each token: `/`, `-` or `.` alone; nil: a blank, nothing, or more.
  private var separators: [Character?] = []

  init(_ text: String) {
    var digits = 0
    var value = 0
    var word = ""
    var between = ""
    func separator() -> Character? { between.count == 1 ? between.first : nil }
    func end(_ text: inout DayText) {
      if digits > 0 {
        text.append(.number(value, digits: digits), after: separator())
      } else if !word.isEmpty {
        let folded = FoldedName(word).joined
        text.append(folded.isEmpty ? .other("?") : .word(folded), after: separator())
      } else {
        return
      }
      digits = 0
      value = 0
      word = ""
      between = ""
    }
    for character in text {
      if let number = character.isASCII ? character.wholeNumberValue : nil {
        if !word.isEmpty { end(&self) }
        digits += 1
        value = digits < 10 ? value * 10 + number : value
      } else if character.isLetter {
        if digits > 0 { end(&self) }
        word.append(character)
      } else {
        end(&self)
        switch character {
        case "/", "-", ".": between.append(character)
        case "\u{2010}"..."\u{2015}": between.append("-")
        case ",", "'", "’": break
        default:
          if !character.isWhitespace {
            append(.other(character), after: separator())
            between = ""
          } else if !between.isEmpty {
            between.append(" ")
          } else {
            between = " "
          }
        }
      }
    }
    end(&self)
  }

  private mutating func append(_ token: Token, after separator: Character?) {
    tokens.append(token)
    separators.append(separator == " " ? nil : separator)
  }

  // MARK: The whole text

  /// The day that the whole text writes, perhaps with its weekday and a time of day.
  var day: WrittenDay? {
    let start = tokens.firstIndex { token in
      if case .word(let word) = token { !Self.leading.contains(word) } else { true }
    }
    guard let start, let (day, end) = day(at: start, strictly: false), isTime(from: end) else {
      return nil
    }
    return day
  }

  /// The year, or the month of a year, that the whole text writes: `1972`, `72`, `03/1972`, `mars 1972`.
  var month: WrittenDay? {
    switch tokens.count {
    case 1: return year(at: 0, month: 0, shortAllowed: true)
    case 2:
      if case .number(let year, digits: 4) = tokens[0],
        case .number(let month, digits: 1...2) = tokens[1], separators[1] == "-"
      {
        return month <= 12
          ? WrittenDay(parts: .known(month: month, day: 0), year: year, isShort: false) : nil
      }
      switch tokens[0] {
      case .word(let word):
        return Self.months[word].flatMap { year(at: 1, month: $0, shortAllowed: true) }
      case .number(let month, digits: 1...2):
        return month <= 12 ? year(at: 1, month: month, shortAllowed: false) : nil
      case .number, .other: return nil
      }
    default: return nil
    }
  }

  private func year(at index: Int, month: Int, shortAllowed: Bool) -> WrittenDay? {
    guard case .number(let year, let digits) = tokens[index],
      digits == 4 && 1800...2099 ~= year || digits == 2 && shortAllowed
    else { return nil }
    return WrittenDay(parts: .known(month: month, day: 0), year: year, isShort: digits == 2)
  }

  // MARK: Days among other words

  /// The days within a text such as `Jury du 17 juin 2020 – Lyon`; nil for one of several days, such as
  /// `17 et 18 juin 2020`.
  var days: Set<WrittenDay>? {
    var days: Set<WrittenDay> = []
    var index = 0
    while index < tokens.count {
      guard let (day, end) = day(at: index, strictly: true) else {
        index += 1
        continue
      }
      if isEndOfSpan(index) { return nil }
      days.insert(day)
      index = end
    }
    return days
  }

  /// Whether the text names a month or a year.
  var namesAMonthOrYear: Bool {
    tokens.contains { token in
      switch token {
      case .word(let word): Self.months[word] != nil
      case .number(let year, digits: 4): 1900...2100 ~= year
      case .number, .other: false
      }
    }
  }

  /// Whether the day that begins here ends a span whose first number stands before it.
  private func isEndOfSpan(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    switch tokens[index - 1] {
    case .number(let day, digits: 1...2): return day <= 31 && separators[index] == "-"
    case .word(let word) where ["au", "et", "a", "to", "and"].contains(word):
      guard index > 1, case .number(let day, digits: 1...2) = tokens[index - 2] else {
        return false
      }
      return day <= 31
    case .other("&"):
      guard index > 1, case .number = tokens[index - 2] else { return false }
      return true
    case .number, .word, .other: return false
    }
  }

  // MARK: One day

  /// The day that begins with a token, and the index after it.
  ///
  /// - Parameter strictly: whether three numbers must have one separator, not blanks, between them.
  private func day(at index: Int, strictly: Bool) -> (WrittenDay, Int)? {
    var rest = index
    guard let first = number(&rest) else {
      return strictly ? nil : monthBeforeDay(at: index)
    }
    if first.digits == 4 {
      guard let month = number(&rest), month.digits <= 2, let day = number(&rest), day.digits <= 2,
        !strictly || isJoined(index)
      else { return nil }
      let parts = WrittenDay.Parts.known(month: month.value, day: day.value)
      return (WrittenDay(parts: parts, year: first.value, isShort: false), rest)
    }
    guard first.digits <= 2 else { return nil }
    if rest < tokens.count, case .word("er") = tokens[rest], first.value == 1 { rest += 1 }
    if rest < tokens.count, case .word(let word) = tokens[rest] {
      rest += 1
      guard let month = Self.months[word], let year = number(&rest),
        year.digits == 4 || year.digits == 2
      else { return nil }
      let parts = WrittenDay.Parts.known(month: month, day: first.value)
      return (WrittenDay(parts: parts, year: year.value, isShort: year.digits == 2), rest)
    }
    guard let second = number(&rest), second.digits <= 2, let year = number(&rest),
      year.digits == 4 || year.digits == 2, !strictly || isJoined(index)
    else { return nil }
    let parts = WrittenDay.Parts.numbers(first.value, second.value)
    return (WrittenDay(parts: parts, year: year.value, isShort: year.digits == 2), rest)
  }

  /// `June 17, 2021`.
  private func monthBeforeDay(at index: Int) -> (WrittenDay, Int)? {
    guard case .word(let word) = tokens[index], let month = Self.months[word] else { return nil }
    var rest = index + 1
    guard let day = number(&rest), day.digits <= 2, let year = number(&rest), year.digits == 4
    else { return nil }
    let parts = WrittenDay.Parts.known(month: month, day: day.value)
    return (WrittenDay(parts: parts, year: year.value, isShort: false), rest)
  }

  private func number(_ index: inout Int) -> (value: Int, digits: Int)? {
    guard index < tokens.count, case .number(let value, let digits) = tokens[index] else {
      return nil
    }
    index += 1
    return (value, digits)
  }

  private func isJoined(_ index: Int) -> Bool {
    separators[index + 1] != nil && separators[index + 1] == separators[index + 2]
  }

  /// Whether the rest is nothing or a time of day: `14:30`, `à 14h30`, `T14:30:00Z`.
  private func isTime(from index: Int) -> Bool {
    var rest = tokens[index...]
    if rest.isEmpty { return true }
    if case .word(let word) = rest.first, ["t", "a", "at"].contains(word) { rest.removeFirst() }
    guard case .number(0...24, digits: 1...2) = rest.popFirst(), !rest.isEmpty else { return false }
    return rest.allSatisfy { token in
      switch token {
      case .number(let part, let digits): part < 60 && digits <= 2 || digits > 2
      case .word(let word): ["h", "min", "mn", "s", "z", "am", "pm"].contains(word)
      case .other(let character): character == ":"
      }
    }
  }

  /// Words before a day that say nothing more.
  private static let leading: Set<String> = [
    "le", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "lun", "mar",
    "mer", "jeu", "ven", "sam", "dim", "on", "monday", "tuesday", "wednesday", "thursday",
    "friday", "saturday", "sunday",
  ]

  private static let months: [String: Int] = [
    "janvier": 1, "janv": 1, "jan": 1, "fevrier": 2, "fevr": 2, "fev": 2, "mars": 3, "avril": 4,
    "avr": 4, "mai": 5, "juin": 6, "juillet": 7, "juil": 7, "aout": 8, "septembre": 9, "sept": 9,
    "sep": 9, "octobre": 10, "oct": 10, "novembre": 11, "nov": 11, "decembre": 12, "dec": 12,
    "january": 1, "february": 2, "feb": 2, "march": 3, "april": 4, "apr": 4, "may": 5, "june": 6,
    "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "october": 10,
    "november": 11, "december": 12,
  ]
}
