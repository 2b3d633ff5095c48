/// The file formats of a ledger: their identification in SQLite's header and their schema.
///
/// Every format has the same tables; they differ in what guards them. A ledger keeps the format it
/// was created with: it is opened, appended to, copied and verified in it.
enum Format {
  /// `ACQU`: SQLite's `application_id`.
  static let applicationID: Int64 = 0x4143_5155
  /// The format number of new ledgers, and the highest that this program knows: SQLite's
  /// `user_version`.
  static let number: Int64 = 2
  /// The SQL that creates the schema of a new ledger in an empty file, in one transaction.
  static let creation = creation(of: number)

  /// Added to the number of a ledger's format when the ledger is moved to another place: programs that do not know of
  /// moves take it for a newer format, and leave it alone.
  static let moved: Int64 = 100

  /// Whether this program knows a format, of a ledger that was moved or not.
  static func isKnown(_ number: Int64) -> Bool {
    number > 0 && (number > moved ? number - moved : number) <= Self.number
  }

  /// The SQL that marks a ledger as moved, in a transaction: nothing is added to it any more. Its place comes after.
  static let leaving = """
    CREATE TABLE moved (place TEXT NOT NULL) STRICT;
    CREATE TRIGGER event_is_moved BEFORE INSERT ON event
      BEGIN SELECT RAISE(ABORT, 'this ledger was moved: nothing is added to it'); END;
    """

  /// The SQL that creates the schema of a format, from 1 to ``number``, in an empty file.
  ///
  /// - `event`: one row for each event, by position. `bytes` is the canonical JSON that is hashed;
  ///   `type`, `schema`, `occurred_on` (days since 1970-01-01) and `recorded_at` (microseconds
  ///   since 1970) repeat values of it for searching. `hashes` contains the leaf hash and the
  ///   hashes of the tree nodes that the leaf completes, 32 bytes each, by level: the node of level
  ///   L that ends at leaf P is in row P at byte 32·L, so that no node is ever rewritten.
  /// - `type`, `subject`: the interned integer key of each name.
  /// - `tag`: which event has which subject. Derived from the events' bytes: a verification
  ///   compares all of it with them.
  ///
  /// The triggers apply to every program that opens the file: rows cannot be changed or deleted,
  /// and only the event of the next position can be inserted.
  static func creation(of number: Int64) -> String {
    if number > moved { return creation(of: number - moved) + "\n" + leaving }
    return """
      BEGIN IMMEDIATE;
      PRAGMA application_id = \(applicationID);
      PRAGMA user_version = \(number);

      \(tables)

      \(["event", "tag", "type", "subject"].map(writtenOnce).joined(separator: "\n"))
      \(number == 1 ? firstGuards : certificateIndexes + guards)
      COMMIT;
      """
  }

  private static let tables = """
    CREATE TABLE type (key INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE subject (key INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE event (
      position INTEGER PRIMARY KEY,
      id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
      type INTEGER NOT NULL,
      schema INTEGER NOT NULL,
      occurred_on INTEGER NOT NULL,
      recorded_at INTEGER NOT NULL,
      hashes BLOB NOT NULL,
      bytes BLOB NOT NULL
    ) STRICT;
    CREATE INDEX event_by_day ON event (occurred_on);
    CREATE INDEX event_by_type ON event (type);
    CREATE TABLE tag (
      subject INTEGER NOT NULL,
      type INTEGER NOT NULL,
      position INTEGER NOT NULL,
      PRIMARY KEY (subject, type, position)
    ) STRICT, WITHOUT ROWID;
    """

  /// The insertions that format 2 refuses. Each trigger that fires costs some 1.5 µs; `LIMIT 1` is
  /// 0.3 µs quicker than `max`.
  ///
  /// `INSERT OR REPLACE` deletes the row that it replaces without firing the DELETE trigger. So the
  /// triggers also look the event's id and the name up (0.4 µs), although their indexes are unique:
  /// nothing else refuses a new position or key under a value that is there.
  ///
  /// Tags have no such trigger: all their columns are their key, so a replaced tag is the same tag,
  /// and a forged one is found by a verification. Two guards a tag took a quarter of an append.
  private static let guards = """
    \(refusedInsert(
      "event", "only the next event, under a new id, can be added",
      when: """
        NEW.position IS NOT
            coalesce((SELECT position FROM event ORDER BY position DESC LIMIT 1), 0) + 1
          OR EXISTS (SELECT 1 FROM event WHERE id = NEW.id)
        """))
    \(["type", "subject"].map { table in
      refusedInsert(
        table, "only the next \(table), under a new name, can be added",
        when: """
          NEW.key IS NOT coalesce((SELECT key FROM \(table) ORDER BY key DESC LIMIT 1), 0) + 1
            OR EXISTS (SELECT 1 FROM \(table) WHERE name = NEW.name)
          """)
    }.joined(separator: "\n"))
    """

  /// The triggers that refuse to change or delete a table's rows.
  private static func writtenOnce(_ table: String) -> String {
    """
    CREATE TRIGGER \(table)_is_not_changed BEFORE UPDATE ON \(table)
      BEGIN SELECT RAISE(ABORT, 'a ledger is only added to: nothing is changed'); END;
    CREATE TRIGGER \(table)_is_not_deleted BEFORE DELETE ON \(table)
      BEGIN SELECT RAISE(ABORT, 'a ledger is only added to: nothing is deleted'); END;
    """
  }

  /// The trigger that refuses an insertion into a table under a condition.
  static func refusedInsert(
    _ table: String, _ message: String, when condition: String
  ) -> String {
    """
    CREATE TRIGGER \(table)_is_added_in_order BEFORE INSERT ON \(table) WHEN \(condition)
      BEGIN SELECT RAISE(ABORT, 'a ledger is only added to: \(message)'); END;
    """
  }
}
