internal import SQLite

/// The tables for the lists of today, in the ledger's file beside the format's own: derived from the events,
/// missing in a new ledger, and deleted and made anew at will. No trigger guards them.
enum TableFormat {
  /// Every object's name begins with it, and no other object's of the file.
  static let prefix = "list_"

  /// The SQL of each table and index, as SQLite keeps it, by name.
  ///
  /// - `list_state`: one row: what they are built for, and how far (`built_to`, NULL once they are whole).
  /// - `list_name`: the interned words, certifications and sets of blocks; read at once.
  /// - `list_standing`: what a candidacy is from a day to a day; days are counted since 1970-01-01.
  /// - `list_due`: a last day, and the days on which it is named; numbered, for a candidacy may have the same
  ///   one twice, as for two dossiers of one month.
  /// - `list_award`: an award in force, as the statistics count it.
  ///
  /// A first page is a read of one index: by status and certification, by the end of the window, by
  /// declaration. The indexes contain the days too, so that what is not of the day asked is passed over
  /// without its row.
  static let objects: [(name: String, sql: String)] = [
    (
      "list_state",
      """
      CREATE TABLE list_state (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        derivation TEXT NOT NULL,
        through INTEGER NOT NULL,
        latest_day INTEGER NOT NULL,
        is_whole INTEGER NOT NULL,
        built_to TEXT
      ) STRICT
      """
    ),
    ("list_name", "CREATE TABLE list_name (key INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT"),
    (
      "list_standing",
      """
      CREATE TABLE list_standing (
        candidacy TEXT NOT NULL,
        from_day INTEGER NOT NULL,
        until_day INTEGER NOT NULL,
        status INTEGER NOT NULL,
        certification INTEGER NOT NULL,
        pathway INTEGER NOT NULL,
        "window" INTEGER,
        window_last_day INTEGER NOT NULL,
        is_last_of_chain INTEGER NOT NULL,
        declaration INTEGER,
        is_owed INTEGER NOT NULL,
        is_late INTEGER NOT NULL,
        is_to_review INTEGER NOT NULL,
        missing INTEGER NOT NULL,
        PRIMARY KEY (candidacy, from_day)
      ) STRICT, WITHOUT ROWID
      """
    ),
    (
      "list_by_status",
      """
      CREATE INDEX list_by_status
        ON list_standing (status, certification, candidacy, from_day, until_day)
      """
    ),
    (
      "list_by_window",
      """
      CREATE INDEX list_by_window
        ON list_standing ("window", window_last_day, candidacy, from_day, until_day)
        WHERE "window" IS NOT NULL
      """
    ),
    (
      "list_by_declaration",
      """
      CREATE INDEX list_by_declaration
        ON list_standing (declaration, candidacy, from_day, until_day)
        WHERE declaration IS NOT NULL
      """
    ),
    (
      "list_late",
      "CREATE INDEX list_late ON list_standing (candidacy, from_day, until_day) WHERE is_late = 1"
    ),
    (
      "list_to_review",
      """
      CREATE INDEX list_to_review
        ON list_standing (status, certification, candidacy, from_day, until_day)
        WHERE is_to_review = 1
      """
    ),
    (
      "list_due",
      """
      CREATE TABLE list_due (
        candidacy TEXT NOT NULL,
        number INTEGER NOT NULL,
        kind INTEGER NOT NULL,
        last_day INTEGER NOT NULL,
        from_day INTEGER NOT NULL,
        until_day INTEGER NOT NULL,
        PRIMARY KEY (candidacy, number)
      ) STRICT, WITHOUT ROWID
      """
    ),
    (
      "list_due_by_day",
      """
      CREATE INDEX list_due_by_day ON list_due (last_day, candidacy, kind, from_day, until_day)
      """
    ),
    (
      "list_award",
      """
      CREATE TABLE list_award (
        candidacy TEXT PRIMARY KEY,
        certification INTEGER NOT NULL,
        year INTEGER NOT NULL,
        is_by_experience INTEGER NOT NULL,
        six_months INTEGER NOT NULL,
        two_years INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID
      """
    ),
    (
      "list_award_by_year",
      """
      CREATE INDEX list_award_by_year
        ON list_award (certification, year, is_by_experience, six_months, two_years)
      """
    ),
  ]

  /// Whether the tables and indexes are these, each of them.
  ///
  /// Cost: a reading of the file's schema, some 30 µs.
  static func isComplete(in database: borrowing Database) throws(SQLiteFailure) -> Bool {
    let rows = try Statement(
      "SELECT name, sql FROM sqlite_schema WHERE substr(name, 1, 5) = 'list_'", on: database,
      isKept: false)
    var found: [String: String] = [:]
    while try rows.step() { found[rows.text(0)] = rows.text(1) }
    return found.count == objects.count && objects.allSatisfy { found[$0.name] == $0.sql }
  }

  /// Deletes every table whose name begins so, with its indexes and triggers, and makes these.
  static func make(in database: borrowing Database) throws(SQLiteFailure) {
    var tables: [String] = []
    let rows = try Statement(
      """
      SELECT name FROM sqlite_schema WHERE type = 'table' AND substr(name, 1, 5) = 'list_'
      """, on: database, isKept: false)
    while try rows.step() { tables.append(rows.text(0)) }
    for table in tables {
      let name = table.split(separator: "\"", omittingEmptySubsequences: false)
        .joined(separator: "\"\"")
      try database.execute("DROP TABLE \"\(name)\"")
    }
    for object in objects { try database.execute(object.sql) }
  }
}
