internal import EventLog
internal import Events
internal import SQLite

extension LogFile {
  /// See ``EventLog/daysInFoldOrder(every:)``.
  ///
  /// A number that is no day ends the list: the reading of its stretch tells the defect.
  func daysInFoldOrder(every count: Int) throws(LogFailure) -> [CalendarDate] {
    var days: [CalendarDate] = []
    try sqlite { () throws(SQLiteFailure) in
      // The first event of the next stretch, or of the next day where one day fills the whole stretch.
      let jump = try Statement(
        """
        SELECT occurred_on FROM event INDEXED BY event_by_day
        WHERE occurred_on >= ? ORDER BY occurred_on LIMIT 1 OFFSET ?
        """, on: database)
      let after = try Statement(
        "SELECT min(occurred_on) FROM event INDEXED BY event_by_day WHERE occurred_on >= ?",
        on: database)
      guard var start = try integer(after, Int64.min) else { return }
      while true {
        try jump.bind(Int64(max(1, count)), at: 2)
        guard let next = try integer(jump, start) else { return }
        guard let day = try next > start ? next : integer(after, start + 1),
          let date = try? CalendarDate(dayNumber: Int(day))
        else { return }
        days.append(date)
        start = day
      }
    }
    return days
  }
}
