internal import EventLog
internal import Events
internal import SQLite

/// Steps through the tags by position, in parallel with the events.
struct TagCursor {
  /// The event position of the current row; nil after the last row.
  private(set) var position: Int64?

  /// Moves to the next row.
  mutating func advance(
    _ rows: borrowing Statement, _ timeout: Int32
  ) throws(LogFailure) {
    let isThere = try mapErrors(timeout) { () throws(SQLiteFailure) in try rows.step() }
    position = isThere ? rows.integer(0) : nil
  }

  /// The first defect of an event's tags, or nil if there is one tag of its type for each of its
  /// subjects, and no other. Moves to the next event's tags.
  mutating func defect(
    _ rows: borrowing Statement, of fact: Fact, _ row: EventRow, _ timeout: Int32
  ) throws(LogFailure) -> LogDefect.Kind? {
    var missing = Set(fact.subjects)
    while let position, position <= row.position {
      let subject = try? Subject(rows.text(2))
      guard position == row.position, rows.integer(1) == row.type, let subject,
        missing.remove(subject) != nil
      else { return .tagTooMany }
      try advance(rows, timeout)
    }
    return missing.min().map { .tagMissing($0) }
  }
}
