/// The file's format: how its tables stand, and how it is known for a ledger.
enum Format {
  /// `ACQU`, in the file's header.
  static let applicationID: Int64 = 0x4143_5155
  /// The number of this format, in the file's header.
  static let number: Int64 = 1

  /// Makes the tables of an empty file, in one transaction.
  ///
  /// - `event`: one row for each event, by position. `bytes` is what is hashed; `type`, `schema`,
  ///   `occurred_on` (days since 1970-01-01) and `recorded_at` (microseconds since 1970) repeat what
  ///   they tell, to be found by. `hashes` is the leaf's hash and those of the nodes of the tree that
  ///   the leaf completes, 32 bytes each, upwards: the node of level L that ends at leaf P stands in
  ///   row P from byte 32·L on, so that no node is ever written again.
  /// - `type`, `subject`: a small number for each name.
  /// - `tag`: which event is about which subject.
  ///
  /// The triggers hold for every program that opens the file: a row once written stays, and the only
  /// event that can be added is the next one. `INSERT OR REPLACE` deletes without a DELETE trigger:
  /// it is refused before it does.
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

  private static func refusedInsert(
    _ table: String, _ message: String, when condition: String
  ) -> String {
    """
    CREATE TRIGGER \(table)_is_added_in_order BEFORE INSERT ON \(table) WHEN \(condition)
      BEGIN SELECT RAISE(ABORT, 'a ledger is only added to: \(message)'); END;
    """
  }
}
