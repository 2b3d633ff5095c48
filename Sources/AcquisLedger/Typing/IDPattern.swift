internal import Events

/// How the ids of a kind are numbered: what comes before the number, and how many digits it has.
///
/// `D-2026-014` numbers within the year 2026; `D14`, `N° 458` and `2026/001` too have a number at their end.
/// An id made from the content of a spreadsheet, `P-1MD1D8B3P1`, and one of a day, `J-38052-2023-06-14`, count
/// nothing.
struct IDPattern: Equatable {
  /// What comes before the year, or before the number where there is no year.
  let start: String
  /// What comes between the year and the number; nil where there is no year.
  let separator: String?
  let width: Int
  /// The year and the number of the id that the pattern was read from.
  let year: Int?
  let number: Int

  /// The pattern of an id; nil if it does not end in a number, or the number counts nothing.
  init?(of id: String) {
    if Self.isMade(id) || Self.isOfDay(id) { return nil }
    let digits = id.reversed().prefix { $0.isASCII && $0.isNumber }.count
    guard 1...15 ~= digits, let number = Int(id.suffix(digits)) else { return nil }
    let before = id.dropLast(digits)
    let separator = String(before.reversed().prefix { !($0.isLetter || $0.isNumber) }.reversed())
    let withYear = before.dropLast(separator.count)
    let years = withYear.reversed().prefix { $0.isASCII && $0.isNumber }.count
    (self.number, width) = (number, digits)
    if years == 4, !separator.isEmpty, let year = Int(withYear.suffix(4)), 1900...2999 ~= year {
      (start, self.separator, self.year) = (String(withYear.dropLast(4)), separator, year)
    } else {
      (start, self.separator, year) = (String(before), nil, nil)
    }
  }

  /// `START-YYYY-NNN`, of which none was used yet.
  init(starting start: String, year: Int) {
    (self.start, separator, width, self.year, number) = (start + "-", "-", 3, year, 0)
  }

  /// The number to begin the search of the next id at: one after the last, or the first of another year.
  func firstNumber(in year: Int) -> Int { self.year == nil || self.year == year ? number + 1 : 1 }

  /// The id of a number within a year.
  func id(_ number: Int, in year: Int) -> String {
    let digits = String(number)
    let padded = String(repeating: "0", count: max(0, width - digits.count)) + digits
    guard let separator else { return start + padded }
    return "\(start)\(year)\(separator)\(padded)"
  }

  /// Whether an import made it: `P-` or `D-` and ten characters of Crockford's base 32, then perhaps `-` and a
  /// number. Ten digits that begin with zeros or a year are a number that someone chose.
  private static func isMade(_ id: String) -> Bool {
    guard ["P-", "D-"].contains(id.prefix(2)) else { return false }
    let (code, rest) = (id.dropFirst(2).prefix(10), id.dropFirst(12))
    let isCode = code.allSatisfy { isDigit($0) || ("A"..."Z" ~= $0 && !"ILOU".contains($0)) }
    let isChosen = code.allSatisfy(isDigit) && ["00", "19", "20"].contains(code.prefix(2))
    return code.count == 10 && isCode && !isChosen
      && (rest.isEmpty || (rest.first == "-" && rest.dropFirst().allSatisfy(isDigit)))
  }

  /// Whether it ends in a day, `YYYY-MM-DD`, or in a day, `-` and a number: the next one is of another day.
  private static func isOfDay(_ id: String) -> Bool {
    let before = id.dropLast(id.reversed().prefix(while: isDigit).count)
    return [id[...], before.last == "-" ? before.dropLast() : ""].contains { text in
      guard let day = try? CalendarDate(String(text.suffix(10))) else { return false }
      return 1900...2999 ~= day.components.year && !(text.dropLast(10).last.map(isDigit) ?? false)
    }
  }

  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber
  }
}
