/// The file format of a ledger: its identification in SQLite's header and its schema.
enum Format {
  /// `ACQU`: SQLite's `application_id`.
  static let applicationID: Int64 = 0x4143_5155
  /// The format number: SQLite's `user_version`.
  static let number: Int64 = 1

  /// The SQL that creates the schema in an empty file, in one transaction.
  ///
  /// - `event`: one row for each event, by position. `bytes` is the canonical JSON that is hashed;
  ///   `type`, `schema`, `occurred_on` (days since 1970-01-01) and `recorded_at` (microseconds
  ///   since 1970) repeat values of it for searching. `hashes` contains the leaf hash and the
  ///   hashes of the tree nodes that the leaf completes, 32 bytes each, by level: the node of level
  ///   L that ends at leaf P is in row P at byte 32·L, so that no node is ever rewritten.
  /// - `type`, `subject`: the interned integer key of each name.
  /// - `tag`: which event has which subject.
  ///
  /// The triggers apply to every program that opens the file: rows cannot be changed or deleted,
  /// and only the event of the next position can be inserted. `INSERT OR REPLACE` deletes rows
  /// without firing the DELETE trigger, so the INSERT trigger refuses an existing key.
  static let creation = """
    BEGIN IMMEDIATE;
    PRAGMA application_id = \(applicationID);
    PRAGMA user_version = \(number);

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

    \(["event", "tag", "type", "subject"].map(writtenOnce).joined(separator: "\n"))
    \(refusedInsert(
      "event", "only the next event, under a new id, can be added",
      when: """
        NEW.position IS NOT (SELECT coalesce(max(position), 0) + 1 FROM event)
          OR EXISTS (SELECT 1 FROM event WHERE id = NEW.id)
        """))
    \(refusedInsert(
      "tag", "only the last event can be given tags, each once",
      when: """
        NEW.position IS NOT (SELECT max(position) FROM event)
          OR EXISTS (SELECT 1 FROM tag
            WHERE subject = NEW.subject AND type = NEW.type AND position = NEW.position)
        """))
    \(["type", "subject"].map { table in
      refusedInsert(
        table, "this \(table) is there already",
        when: "EXISTS (SELECT 1 FROM \(table) WHERE key = NEW.key OR name = NEW.name)")
    }.joined(separator: "\n"))
    COMMIT;
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
  private static func refusedInsert(
    _ table: String, _ message: String, when condition: String
  ) -> String {
    """
    CREATE TRIGGER \(table)_is_added_in_order BEFORE INSERT ON \(table) WHEN \(condition)
      BEGIN SELECT RAISE(ABORT, 'a ledger is only added to: \(message)'); END;
    """
  }
}
