internal import Events
internal import PostgreSQL

extension KeyServer {
  /// The number in the comment of a vault's schema.
  private static var edition: Int { 1 }
  private static var mark: String { "acquis vault " }

  /// The same tables as an SQLite file has (``KeyFile``), and `change`.
  ///
  /// The server keeps no statistics of the values of sealed columns: they would be copies, which
  /// no erasure reaches.
  private static var tables: String {
    """
    CREATE TABLE change (
      "only" BIGINT PRIMARY KEY CHECK ("only" = 1), number BIGINT NOT NULL
    );
    INSERT INTO change VALUES (1, 1);
    CREATE TABLE master_check (
      "only" BIGINT PRIMARY KEY CHECK ("only" = 1), nonce BYTEA NOT NULL, wrapped BYTEA NOT NULL
    );
    CREATE TABLE person_key (
      person TEXT COLLATE "C" PRIMARY KEY, id TEXT COLLATE "C" NOT NULL UNIQUE,
      nonce BYTEA NOT NULL, wrapped BYTEA NOT NULL
    );
    CREATE TABLE erased_person (
      person TEXT COLLATE "C" PRIMARY KEY, key TEXT, event TEXT NOT NULL, erased_on TEXT NOT NULL,
      erased_at BIGINT NOT NULL
    );
    CREATE TABLE backup (
      number BIGINT PRIMARY KEY, made_at BIGINT NOT NULL, place TEXT NOT NULL,
      fingerprint TEXT NOT NULL
    );
    CREATE TABLE bound_ledger (
      "only" BIGINT PRIMARY KEY CHECK ("only" = 1), mark BYTEA NOT NULL
    );
    CREATE TABLE comparison (
      "only" BIGINT PRIMARY KEY CHECK ("only" = 1), through BIGINT NOT NULL, leaf BYTEA NOT NULL
    );
    CREATE TABLE mismatch (
      person TEXT COLLATE "C" NOT NULL, key TEXT COLLATE "C" NOT NULL, PRIMARY KEY (person, key)
    );
    CREATE TABLE destroyed_key (
      key TEXT COLLATE "C" PRIMARY KEY, person TEXT COLLATE "C" NOT NULL
    );
    CREATE INDEX destroyed_key_of ON destroyed_key (person);
    CREATE TABLE name_index (
      "only" BIGINT PRIMARY KEY CHECK ("only" = 1), nonce BYTEA NOT NULL, wrapped BYTEA NOT NULL,
      edition BIGINT NOT NULL, through BIGINT NOT NULL, leaf BYTEA NOT NULL,
      changed BIGINT NOT NULL, latest BIGINT NOT NULL
    );
    CREATE TABLE name_word (label BYTEA PRIMARY KEY, person TEXT COLLATE "C" NOT NULL);
    CREATE TABLE named_person (
      person TEXT COLLATE "C" PRIMARY KEY, postings BYTEA NOT NULL
    );
    ALTER TABLE person_key ALTER nonce SET STATISTICS 0, ALTER wrapped SET STATISTICS 0;
    ALTER TABLE name_word ALTER label SET STATISTICS 0;
    ALTER TABLE named_person ALTER postings SET STATISTICS 0;
    """
  }

  /// Opens the keys of a ledger.
  ///
  /// - Parameter timeout: how long to wait for another process's lock, in seconds.
  /// - Throws: ``VaultFailure/missing``, ``VaultFailure/notAVault``,
  ///   ``VaultFailure/newerFormat(found:known:)``, and ``VaultFailure/server(_:_:)``: other roles
  ///   have rights on the schema, or it is another role's.
  static func open(
    _ address: PostgresAddress, timeout: Int
  ) throws(VaultFailure) -> KeyServer {
    let server = try KeyServer(address, timeout: timeout)
    let schema = schema(of: address)
    let row = try server.query(
      """
      SELECT coalesce(obj_description(oid, 'pg_namespace'), ''),
        pg_has_role(nspowner, 'USAGE')::int,
        EXISTS (SELECT FROM aclexplode(nspacl) AS a WHERE a.grantee <> nspowner)::int
      FROM pg_namespace WHERE nspname = $1
      """, [.text(schema)])
    guard row.count == 1 else { throw .missing }
    let comment = row.text(0, 0)
    guard comment.hasPrefix(mark), let found = Int(comment.dropFirst(mark.count)), found > 0
    else { throw .notAVault }
    guard found <= edition else { throw .newerFormat(found: found, known: edition) }
    guard row.integer(0, 1) == 1 else {
      throw .server(.noRight, "the schema \(schema) is another role's")
    }
    guard row.integer(0, 2) == 0 else {
      throw .server(.openToOthers, "other roles have rights on the schema \(schema)")
    }
    return server
  }

  /// Whether there is a schema of this name, a vault or not.
  static func exists(_ address: PostgresAddress, timeout: Int) throws(VaultFailure) -> Bool {
    try KeyServer(address, timeout: timeout).hasSchema(of: address)
  }

  /// As ``exists(_:timeout:)``, once whoever was making it has ended, also a process whose connection was lost.
  static func wasMade(_ address: PostgresAddress, timeout: Int) throws(VaultFailure) -> Bool {
    let server = try KeyServer(address, timeout: timeout)
    // In a statement of its own: the next one sees what was committed meanwhile.
    try server.run("SELECT \(creatorsLock(of: address))")
    return try server.hasSchema(of: address)
  }

  private func hasSchema(of address: PostgresAddress) throws(VaultFailure) -> Bool {
    let name = Self.schema(of: address)
    return try query("SELECT 1 FROM pg_namespace WHERE nspname = $1", [.text(name)]).count > 0
  }

  /// The lock under which a vault is made, until its transaction ends.
  private static func creatorsLock(of address: PostgresAddress) -> String {
    "pg_advisory_xact_lock(hashtextextended('\(schema(of: address))', 0))"
  }

  /// Begins a write transaction that makes the schema and its tables, which are there from its
  /// commit on.
  ///
  /// - Throws: ``VaultFailure/alreadyThere`` if there is a schema of this name, also one that
  ///   another connection is making.
  static func beginCreating(
    _ address: PostgresAddress, timeout: Int
  ) throws(VaultFailure) -> KeyServer {
    let schema = PostgresConnection.quoted(schema(of: address))
    let server = try KeyServer(address, timeout: timeout)
    // Who makes the same one waits, and finds it then.
    try server.run(
      """
      BEGIN ISOLATION LEVEL READ COMMITTED;
      SELECT \(creatorsLock(of: address));
      CREATE SCHEMA \(schema);
      COMMENT ON SCHEMA \(schema) IS '\(mark)\(edition)';
      \(tables)
      REVOKE ALL ON SCHEMA \(schema) FROM PUBLIC;
      REVOKE ALL ON ALL TABLES IN SCHEMA \(schema) FROM PUBLIC;
      """)
    server.hasBegun(at: 1)
    return server
  }

  /// Drops the schema and all keys in it.
  func drop(_ address: PostgresAddress) throws(VaultFailure) {
    try run("DROP SCHEMA \(PostgresConnection.quoted(Self.schema(of: address))) CASCADE")
  }

  /// Writes the tables with sealed values anew, without deleted rows, in a transaction of its own.
  ///
  /// Not by `VACUUM FULL`, which copies deleted rows too while any transaction of the database is
  /// older than their deletion: a column that is computed anew makes the server copy what is
  /// there, and give the old file back at the commit.
  ///
  /// What this cannot reach: the server's write-ahead log until it is recycled, and its archive;
  /// base backups and dumps; what a replica has not replayed yet; a log of statements with their
  /// values; blocks that the file system has released. A key in them is wrapped under the master
  /// key, which is not on the server.
  ///
  /// Cost: writes the tables anew, some 250 bytes a person; others wait meanwhile. A program other
  /// than this one that took its snapshot before and reads only now finds the tables empty.
  ///
  /// - Throws: ``VaultFailure/busy(seconds:)`` and other failures; nothing was written anew then.
  func rewrite() throws(VaultFailure) {
    try begin()
    do throws(VaultFailure) {
      try excludeReaders()
      try run(
        """
        ALTER TABLE master_check ALTER wrapped TYPE BYTEA USING wrapped || ''::bytea;
        ALTER TABLE person_key ALTER wrapped TYPE BYTEA USING wrapped || ''::bytea;
        ALTER TABLE name_index ALTER wrapped TYPE BYTEA USING wrapped || ''::bytea;
        ALTER TABLE name_word ALTER person TYPE TEXT COLLATE "C" USING person || '';
        ALTER TABLE named_person ALTER postings TYPE BYTEA USING postings || ''::bytea;
        """)
      try commit()
    } catch {
      rollback()
      throw error
    }
  }

  /// Replaces the wrapped keys of persons who have one.
  func replace(
    _ rows: [(person: Person, wrapped: KeyStore.Wrapped)]
  ) throws(VaultFailure) {
    _ = try query(
      """
      UPDATE person_key AS k SET nonce = n.nonce, wrapped = n.wrapped
      FROM unnest($1, $2, $3) AS n (person, nonce, wrapped) WHERE k.person = n.person
      """,
      [
        .texts(rows.map(\.person.description)), .byteStrings(rows.map(\.wrapped.nonce)),
        .byteStrings(rows.map(\.wrapped.bytes)),
      ])
  }
}
