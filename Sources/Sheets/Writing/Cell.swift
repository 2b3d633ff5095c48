/// The content of a cell.
public enum Cell: Hashable, Sendable {
  /// Always a text, also where it looks like a number or, with `=`, like a formula.
  case text(String)
  case number(Int)
  /// A number with its digits as a person sees them.
  case decimal(Double, String)
  /// A percentage, from 0 to 100.
  case percent(Int)
  /// A civil day, which a spreadsheet sorts and subtracts as a date. One before 1900, which spreadsheets
  /// do not have, is written as the text `YYYY-MM-DD`.
  case day(year: Int, month: Int, day: Int)
  case empty
}

extension Cell {
  /// The number of characters that it needs on a screen.
  var width: Int {
    switch self {
    case .text(let text): text.count
    case .number(let number): String(number).count
    case .decimal(_, let digits): digits.count
    case .percent: 5
    case .day: 10
    case .empty: 0
    }
  }
}
