internal import SQLite

/// The compiled statements of a ledger's connection.
struct Statements: ~Copyable {
  // Whether another connection has written, the end of the log, and its tree.
  let version: Statement
  let last: Statement
  let highestID: Statement
  let instantAt: Statement
  let hashesAt: Statement

  // One event.
  let byID: Statement
  let byPosition: Statement

  // Scans of the table or the day index.
  let inOrder: Statement
  let inFoldOrder: Statement

  // The day of an event, and the positions of matching events from an index alone.
  let dayAt: Statement
  let ofType: Statement
  let ofSubject: Statement
  let ofSubjectAndType: Statement

  // Interned names.
  let lastType: Statement
  let types: Statement
  let subjectKey: Statement

  // Writing.
  let addEvent: Statement
  let addTag: Statement
  let addType: Statement
  let addSubject: Statement

  /// The columns that ``LogFile/deliver(from:for:_:)`` expects, in this order.
  private static let row = "position, type, bytes, occurred_on, hashes, id, recorded_at"

  /// Compiles all statements.
  ///
  /// Cost: some 0.3 ms.
  static func compiled(on database: borrowing Database) throws(SQLiteFailure) -> Statements {
    try Statements(
      version: Statement("PRAGMA data_version", on: database),
      last: Statement("SELECT max(position) FROM event", on: database),
      highestID: Statement("SELECT max(id) FROM event", on: database),
      instantAt: Statement("SELECT recorded_at FROM event WHERE position = ?", on: database),
      hashesAt: Statement("SELECT hashes FROM event WHERE position = ?", on: database),
      byID: Statement("SELECT position, bytes FROM event WHERE id = ?", on: database),
      byPosition: Statement(
        "SELECT \(row) FROM event WHERE position = ?", on: database),
      inOrder: Statement(
        """
        SELECT \(row) FROM event
        WHERE position BETWEEN ? AND ? AND occurred_on BETWEEN ? AND ? ORDER BY position LIMIT ?
        """, on: database),
      inFoldOrder: Statement(
        """
        SELECT \(row) FROM event INDEXED BY event_by_day
        WHERE position BETWEEN ? AND ? AND occurred_on BETWEEN ? AND ?
        ORDER BY occurred_on, position LIMIT ?
        """, on: database),
      dayAt: Statement("SELECT occurred_on FROM event WHERE position = ?", on: database),
      ofType: Statement(
        """
        SELECT position FROM event INDEXED BY event_by_type
        WHERE position BETWEEN ? AND ? AND type = ? ORDER BY position LIMIT ?
        """, on: database),
      ofSubject: Statement(
        "SELECT position FROM tag WHERE position BETWEEN ? AND ? AND subject = ?", on: database),
      ofSubjectAndType: Statement(
        """
        SELECT position FROM tag
        WHERE position BETWEEN ? AND ? AND type = ? AND subject = ? ORDER BY position LIMIT ?
        """, on: database),
      lastType: Statement("SELECT max(key) FROM type", on: database),
      types: Statement("SELECT key, name FROM type", on: database),
      subjectKey: Statement("SELECT key FROM subject WHERE name = ?", on: database),
      addEvent: Statement(
        """
        INSERT INTO event (position, id, type, schema, occurred_on, recorded_at, hashes, bytes)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """, on: database),
      addTag: Statement(
        "INSERT INTO tag (subject, type, position) VALUES (?, ?, ?)", on: database),
      addType: addition("type", on: database), addSubject: addition("subject", on: database))
  }

  /// Inserts a name under the next key. The key is given: a trigger sees no key that SQLite chooses.
  private static func addition(
    _ table: String, on database: borrowing Database
  ) throws(SQLiteFailure) -> Statement {
    try Statement(
      """
      INSERT INTO \(table) (key, name)
      VALUES ((SELECT coalesce(max(key), 0) + 1 FROM \(table)), ?)
      """, on: database)
  }
}
