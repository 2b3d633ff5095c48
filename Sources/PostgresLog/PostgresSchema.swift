/// The schema of a ledger on PostgreSQL: its tables, what guards them, and the function that appends.
enum PostgresSchema {
  /// The number of the schema's edition, kept in its comment.
  static let edition = 1

  /// The comment by which a schema is known as a ledger's.
  static let comment = "acquis ledger "

  /// The comment of a ledger that is being created.
  static let draftComment = "acquis ledger in the making"

  /// The oldest server whose behaviour is tried, as libpq numbers it.
  static let oldestServer = 130_000
  static let oldestServerName = "13"

  /// The schema of a ledger that is being created: no name of a ledger.
  static func draft(of name: String) -> String { "\(name)-making" }

  /// The number of the advisory lock that a creation holds.
  static func lock(of name: String) -> String { "hashtextextended('acquis ledger \(name)', 0)" }

  /// The SQL that makes a schema without events, all or nothing.
  static func creation(of schema: String) -> String {
    """
    BEGIN;
    CREATE SCHEMA "\(schema)";
    REVOKE ALL ON SCHEMA "\(schema)" FROM PUBLIC;
    COMMENT ON SCHEMA "\(schema)" IS '\(comment)\(edition)';
    SET LOCAL search_path TO "\(schema)", pg_temp;
    \(tables)
    \(guards)
    \(lists)
    \(functions(in: schema))
    COMMIT
    """
  }

  /// Gives a draft its ledger's name.
  static func publication(of draft: String, as name: String) -> String {
    """
    BEGIN;
    ALTER SCHEMA "\(draft)" RENAME TO "\(name)";
    SET LOCAL search_path TO "\(name)", pg_temp;
    \(functions(in: name))
    COMMIT
    """
  }

  /// - `event`: as of the embedded store, a row for each event. `bytes` is the canonical JSON that is hashed; `type`,
  ///   `schema`, `occurred_on` (days since 1970-01-01) and `recorded_at` (microseconds since 1970) repeat values of it
  ///   for searching. `hashes` contains the leaf hash and the hashes of the tree nodes that the leaf completes, 32
  ///   bytes each, by level.
  /// - `tag`: which event has which subject. `type`, `subject`: the interned names.
  /// - `tail`: one row, the end of the log and the nodes of its tree, widest first; who appends locks it.
  private static let tables = """
    CREATE TABLE type (key smallint PRIMARY KEY, name text COLLATE "C" NOT NULL UNIQUE);
    CREATE TABLE subject (
      key bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text COLLATE "C" NOT NULL UNIQUE
    );
    CREATE TABLE event (
      position bigint PRIMARY KEY,
      id bytea NOT NULL UNIQUE CHECK (length(id) = 16),
      type smallint NOT NULL,
      schema smallint NOT NULL,
      occurred_on integer NOT NULL,
      recorded_at bigint NOT NULL,
      hashes bytea NOT NULL,
      bytes bytea NOT NULL
    );
    ALTER TABLE event ALTER COLUMN hashes SET STORAGE PLAIN;
    CREATE INDEX event_by_day ON event (occurred_on, position);
    CREATE INDEX event_by_type ON event (type, position);
    CREATE TABLE tag (
      subject bigint NOT NULL,
      type smallint NOT NULL,
      position bigint NOT NULL,
      PRIMARY KEY (subject, type, position)
    );
    CREATE INDEX certificate_by_name ON subject (lower(name COLLATE "C")) WHERE \(isCertificate);
    CREATE INDEX certificate_beyond_ascii ON subject (key)
      WHERE \(isCertificate) AND name ~ '[^ -~]';
    CREATE TABLE tail (
      one boolean PRIMARY KEY CHECK (one),
      position bigint NOT NULL,
      recorded_at bigint NOT NULL,
      types bigint NOT NULL,
      nodes bytea NOT NULL,
      moved_to text
    ) WITH (fillfactor = 20);
    INSERT INTO tail VALUES (true, 0, 0, 0, '', NULL);
    """

  /// The condition of the indexes of certificates; a query must repeat it word for word.
  static let isCertificate = "starts_with(name, 'certificate:')"

  /// The tables that are only added to.
  static let writtenOnce = ["event", "tag", "type", "subject"]

  /// Whoever asks, rows are neither changed nor deleted.
  private static let guards = """
    CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$\(refusal)$$;
    \(writtenOnce.map { table in
      """
      CREATE TRIGGER \(table)_is_written_once BEFORE UPDATE OR DELETE ON \(table)
        FOR EACH ROW EXECUTE FUNCTION refuse();
      CREATE TRIGGER \(table)_is_not_emptied BEFORE TRUNCATE ON \(table)
        FOR EACH STATEMENT EXECUTE FUNCTION refuse();
      """
    }.joined(separator: "\n"))
    CREATE TRIGGER tail_is_kept BEFORE DELETE ON tail
      FOR EACH ROW EXECUTE FUNCTION refuse();
    CREATE TRIGGER tail_is_not_emptied BEFORE TRUNCATE ON tail
      FOR EACH STATEMENT EXECUTE FUNCTION refuse();
    """

  static let refusal = """
    BEGIN
      RAISE EXCEPTION 'a ledger is only added to: nothing is changed or deleted';
    END
    """
}
