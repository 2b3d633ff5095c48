/// How the ids of a kind are numbered: what comes before the number, and how many digits it has.
///
/// `D-2026-014` numbers within the year 2026; `D14`, `N° 458` and `2026/001` too have a number at their end.
struct IDPattern: Equatable {
  /// What comes before the year, or before the number where there is no year.
  let start: String
  /// What comes between the year and the number; nil where there is no year.
  let separator: String?
  let width: Int
  /// The year and the number of the id that the pattern was read from.
  let year: Int?
  let number: Int

  /// The pattern of an id; nil if it does not end in a number.
  init?(of id: String) {
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
}
