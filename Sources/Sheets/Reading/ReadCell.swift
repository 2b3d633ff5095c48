/// A cell of a file that was read.
///
/// In a `.csv` every cell is a text or empty: what `12,5` or `17/06/2021` means is decided by who reads it.
public enum ReadCell: Hashable, Sendable {
  /// Never empty. A mark before `= + - @`, a tab or a line end (an apostrophe) was taken off.
  case text(String)
  /// With its digits as a person sees them: a point, at most 15 of them, and the zeros at the front that
  /// the cell's format asks for (`07200`).
  case number(Double, String)
  /// A day of the calendar without a time of day.
  case day(year: Int, month: Int, day: Int)
  case boolean(Bool)
  case empty

  /// What a person sees: a day as `YYYY-MM-DD`, a truth value as `true` or `false`, nothing as `""`.
  public var text: String {
    switch self {
    case .text(let text): text
    case .number(_, let digits): digits
    case .day(let year, let month, let day):
      "\(Self.digits(year, 4))-\(Self.digits(month, 2))-\(Self.digits(day, 2))"
    case .boolean(let isTrue): isTrue ? "true" : "false"
    case .empty: ""
    }
  }

  /// A number from 0 with zeros at its front.
  static func digits(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}
