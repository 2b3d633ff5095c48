internal import AcquisLedger
public import Events
internal import Sheets

/// Days and marks of the plan's file.
enum PlanDay {
  /// `17/06/2020`, `2020-06-17`, `17 juin 2020`; nil for another text.
  static func day(_ text: String) -> CalendarDate? {
    if let day = try? CalendarDate(text) { return day }
    guard let parts = TypedDateParts(text), let day = parts.day else { return nil }
    return try? CalendarDate(parts.year, parts.month, day)
  }

  /// `jour de la session`, `01/09 précédent`, or a day; nil for another text.
  static func stated(_ text: String) -> StatedDay? {
    if PlanVocabulary.sessionDay.has(text) { return .session }
    if let day = day(text) { return .fixed(day) }
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    // A leap year: 29 February is a day too. With a hyphen the month could be meant first.
    guard words.count > 1, let last = words.last, PlanVocabulary.before.has(last),
      !text.contains("-"),
      let parts = TypedDateParts(words.dropLast().joined(separator: " ") + " 2000"),
      let day = parts.day, (try? CalendarDate(2000, parts.month, day)) != nil
    else { return nil }
    return .yearly(month: parts.month, day: day)
  }

  static func name(of stated: StatedDay) -> Text {
    switch stated {
    case .session: PlanVocabulary.sessionDay.only
    case .fixed(let day): day.inTable
    case .yearly(let month, let day):
      Text("\(two(day))/\(two(month)) précédent", "\(day) \(englishMonth(month)) before")
    }
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func englishMonth(_ month: Int) -> String {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    return months.indices.contains(month - 1) ? months[month - 1] : "\(month)"
  }
}

extension Mark {
  /// `10`, `12,5`, `12.25`; nil for another text and above 100,000.
  init?(planned text: String) {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
    guard 1...2 ~= parts.count, let whole = TypedNumbers.whole(String(parts[0])), whole <= 100_000
    else { return nil }
    guard parts.count == 2 else {
      self.init(hundredths: whole * 100)
      return
    }
    guard 1...2 ~= parts[1].utf8.count, let part = TypedNumbers.whole(String(parts[1])) else {
      return nil
    }
    self.init(hundredths: whole * 100 + (parts[1].utf8.count == 1 ? part * 10 : part))
  }

  /// As it is written: `12,5`, in English `12.5`.
  public var text: Text {
    let (whole, part) = hundredths.quotientAndRemainder(dividingBy: 100)
    if part == 0 { return Text(verbatim: "\(whole)") }
    let digits = part % 10 == 0 ? "\(part / 10)" : part < 10 ? "0\(part)" : "\(part)"
    return Text("\(whole),\(digits)", "\(whole).\(digits)")
  }
}

/// Rows of the plan's file: `61, 319-326`.
enum PlanRows {
  /// Nil for another text, and beyond a sheet's last row.
  static func range(_ text: String) -> ClosedRange<Int>? {
    let ends = text.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "–" }
      .map { TypedNumbers.whole(String($0)) }
    guard 1...2 ~= ends.count, let first = ends[0], let last = ends[ends.count - 1],
      1...SheetLimits.rows ~= first, first...SheetLimits.rows ~= last
    else { return nil }
    return first...last
  }

  static func rows(_ text: String) -> Set<Int>? {
    var rows: Set<Int> = []
    for part in text.split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "," || $0 == ";" })
    {
      guard let range = range(String(part)) else { return nil }
      rows.formUnion(range)
    }
    return rows
  }

  static func text(_ range: ClosedRange<Int>) -> String {
    range.count == 1 ? "\(range.lowerBound)" : "\(range.lowerBound)-\(range.upperBound)"
  }

  static func text(_ rows: Set<Int>) -> String {
    var ranges: [ClosedRange<Int>] = []
    for row in rows.sorted() {
      if let last = ranges.last, last.upperBound == row - 1 {
        ranges[ranges.count - 1] = last.lowerBound...row
      } else {
        ranges.append(row...row)
      }
    }
    return ranges.map { text($0) }.joined(separator: ", ")
  }
}
