internal import EventLog
internal import Events
internal import SQLite

/// The tags in order of position, read beside the events.
struct Tags {
  /// The position of the row the reading stands at; nil after the last.
  private(set) var position: Int64?

  /// Moves to the next row.
  mutating func advance(
    _ rows: borrowing Statement, _ patience: Int32
  ) throws(LogFailure) {
    let isThere = try mapErrors(patience) { () throws(SQLiteFailure) in try rows.step() }
    position = isThere ? rows.integer(0) : nil
  }

  /// What is wrong with the tags of an event: each of its subjects once, under its type, and no other.
  mutating func defect(
    _ rows: borrowing Statement, of fact: Fact, _ row: borrowing EventRow, _ patience: Int32
  ) throws(LogFailure) -> LogDefect.Kind? {
    var missing = Set(fact.subjects)
    while let position, position <= row.position {
      let subject = try? Subject(rows.text(2))
      guard position == row.position, rows.integer(1) == row.type, let subject,
        missing.remove(subject) != nil
      else { return .tagTooMany }
      try advance(rows, patience)
    }
    return missing.min().map { .tagMissing($0) }
  }
}
