internal import Events
internal import Sheets

/// Finds the session's day in a jury's heading, or in a tab's name.
struct SectionReader {
  /// What a heading says of the session of the rows below it.
  enum Finding: Hashable {
    /// Nothing: the session goes on.
    case nothing
    case session(CalendarDate)
    /// Another session, whose day is not told or not one.
    case unknown
    /// Another session, of a day to come.
    case future
  }

  private let days: DayReader

  /// A heading has no column that states how its days are written: what the plan's columns say together counts.
  init(_ plan: ImportPlan, today: CalendarDate) {
    let forms = Set(plan.columns.compactMap { $0.dayForm?.value })
    days = DayReader(
      form: forms.count == 1 ? forms.first.map { .given($0) } : .open, today: today)
  }

  /// - Parameter texts: the different texts of the row, or a tab's name.
  func finding(in texts: [String]) -> Finding {
    var found: Set<CalendarDate> = []
    for text in texts {
      switch days.day(within: text) {
      case .day(let day): found.insert(day)
      case .future: return .future
      case .notADay, .ambiguous: return .unknown
      case .blank: continue
      }
    }
    if let day = found.first { return found.count == 1 ? .session(day) : .unknown }
    let isOther = texts.contains {
      RowSorter.saysSession($0) && DayText($0).namesAMonthOrYear
    }
    return isOther ? .unknown : .nothing
  }
}
