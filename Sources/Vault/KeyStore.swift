internal import Files
internal import SQLite

/// The vault's SQLite file. Stores and returns wrapped keys; does no cryptography.
///
/// Uses a rollback journal; each commit is durable, including the journal's deletion from the
/// folder; freed pages are overwritten.
struct KeyStore: ~Copyable {
  /// A sealed value and its nonce.
  struct Wrapped {
    let nonce: [UInt8]
    let bytes: [UInt8]
  }

  /// `ACQV`: SQLite's `application_id` of a vault.
  private static var applicationID: Int64 { 0x4143_5156 }
  /// SQLite's `user_version` of a vault.
  private static var format: Int { 4 }

  /// The SQL that upgrades a vault to each format from the one before; format 1 only had keys.
  ///
  /// Format 2 adds tombstones, the register of copies, and the ledger that the vault is bound to. A
  /// tombstone contains the id of the key, which is in the log too, and nothing of the key itself.
  ///
  /// Format 3 adds the position up to which the log was compared with the vault (``Comparison``),
  /// the mismatches found, and the id of every destroyed key.
  ///
  /// Format 4 adds the index of names (``NamePostings``), which a program of an older format would not empty
  /// of an erased person.
  private static var migrations: [Int: String] {
    [2: format2, 3: format3, 4: format4]
  }

  private static var format2: String {
    """
    CREATE TABLE erased_person (
      person TEXT PRIMARY KEY, key TEXT, event TEXT NOT NULL, erased_on TEXT NOT NULL,
      erased_at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE backup (
      number INTEGER PRIMARY KEY, made_at INTEGER NOT NULL, place TEXT NOT NULL,
      fingerprint TEXT NOT NULL
    ) STRICT;
    CREATE TABLE bound_ledger (
      only INTEGER PRIMARY KEY CHECK (only = 1), mark BLOB NOT NULL
    ) STRICT;
    """
  }

  private static var format3: String {
    """
    CREATE TABLE comparison (
      only INTEGER PRIMARY KEY CHECK (only = 1), through INTEGER NOT NULL, leaf BLOB NOT NULL
    ) STRICT;
    CREATE TABLE mismatch (
      person TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY (person, key)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE destroyed_key (
      key TEXT PRIMARY KEY, person TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX destroyed_key_of ON destroyed_key (person);
    INSERT INTO destroyed_key SELECT key, person FROM erased_person WHERE key IS NOT NULL;
    """
  }

  private static var format4: String {
    """
    CREATE TABLE name_index (
      only INTEGER PRIMARY KEY CHECK (only = 1), nonce BLOB NOT NULL, wrapped BLOB NOT NULL,
      edition INTEGER NOT NULL, through INTEGER NOT NULL, leaf BLOB NOT NULL,
      changed INTEGER NOT NULL, latest INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE name_word (
      label BLOB PRIMARY KEY, person TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE named_person (
      person TEXT PRIMARY KEY, postings BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    """
  }

  private static func migrationSQL(since found: Int) -> String {
    let texts = migrations.filter { $0.key > found }.sorted { $0.key < $1.key }.map(\.value)
    return texts.joined(separator: "\n") + "\nPRAGMA user_version = \(format);"
  }

  // Fields are destroyed in this order: statements before their connection.
  let byPerson: Statement
  let byKey: Statement
  let byDestroyed: Statement
  let byErased: Statement
  let insertion: Statement
  let version: Statement
  let database: Database
  let timeout: Int

  /// Opens a vault, and upgrades one of an older format.
  ///
  /// - Parameter timeout: how long to wait for another process's lock, in seconds.
  /// - Throws: ``VaultFailure/notAVault``, ``VaultFailure/newerFormat(found:known:)``,
  ///   ``VaultFailure/foreignJournal``, and the failures of the file.
  init(at path: String, timeout: Int) throws(VaultFailure) {
    let database = try Self.connection(to: path, timeout)
    let found = try mapErrors(timeout) { () throws(SQLiteFailure) in
      try database.integer("PRAGMA application_id") == Self.applicationID
        ? Int(try database.integer("PRAGMA user_version") ?? 0) : 0
    }
    guard found > 0 else { throw .notAVault }
    guard found <= Self.format else { throw .newerFormat(found: found, known: Self.format) }
    if found < Self.format {
      do throws(VaultFailure) { try Self.upgrade(database, timeout) } catch .readOnly {
        try Self.addTemporaryTables(database, since: found, timeout)
      }
    }
    let byPerson = try Self.statement(
      "SELECT id, nonce, wrapped FROM person_key WHERE person = ?", on: database, timeout)
    let byKey = try Self.statement(
      "SELECT person FROM person_key WHERE id = ?", on: database, timeout)
    let byDestroyed = try Self.statement(
      "SELECT person FROM destroyed_key WHERE key = ?", on: database, timeout)
    let byErased = try Self.statement(
      "SELECT key, event, erased_on, erased_at FROM erased_person WHERE person = ?",
      on: database, timeout)
    let insertion = try Self.statement(
      "INSERT INTO person_key (id, person, nonce, wrapped) VALUES (?, ?, ?, ?)", on: database,
      timeout)
    let version = try Self.statement("PRAGMA data_version", on: database, timeout)
    self.byPerson = byPerson
    self.byKey = byKey
    self.byDestroyed = byDestroyed
    self.byErased = byErased
    self.insertion = insertion
    self.version = version
    self.database = database
    self.timeout = timeout
  }

  /// Creates the tables in an empty file.
  ///
  /// - Parameters:
  ///   - check: a known text sealed under the master key, by which the key is recognised.
  ///   - timeout: how long to wait for another process's lock, in seconds.
  static func create(at path: String, check: Wrapped, timeout: Int) throws(VaultFailure) {
    let database = try connection(to: path, timeout)
    try mapErrors(timeout) { () throws(SQLiteFailure) in
      try database.begin(.writing)
      try database.execute(
        """
        PRAGMA application_id = \(applicationID);
        CREATE TABLE master_check (
          only INTEGER PRIMARY KEY CHECK (only = 1), nonce BLOB NOT NULL, wrapped BLOB NOT NULL
        ) STRICT;
        CREATE TABLE person_key (
          person TEXT PRIMARY KEY, id TEXT NOT NULL UNIQUE, nonce BLOB NOT NULL,
          wrapped BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;
        """ + migrationSQL(since: 1))
      let insertion = try Statement(
        "INSERT INTO master_check VALUES (1, ?, ?)", on: database, isKept: false)
      try insertion.bind(check.nonce, at: 1)
      try insertion.bind(check.bytes, at: 2)
      try insertion.run()
      try database.commit()
    }
  }

  /// Upgrades a vault of an older format. Programs that only know the older format can then not
  /// open it: they would generate a new key for an erased person.
  private static func upgrade(
    _ database: borrowing Database, _ timeout: Int
  ) throws(VaultFailure) {
    try mapErrors(timeout) { () throws(SQLiteFailure) in
      try database.begin(.writing)
      do throws(SQLiteFailure) {
        // Another process may have upgraded it before this one got the lock.
        let found = Int(try database.integer("PRAGMA user_version") ?? 0)
        if found < format { try database.execute(migrationSQL(since: found)) }
        try database.commit()
      } catch {
        database.rollback()
        throw error
      }
    }
  }

  /// Creates the tables that a read-only vault of an older format lacks, as temporary tables of
  /// this connection.
  private static func addTemporaryTables(
    _ database: borrowing Database, since found: Int, _ timeout: Int
  ) throws(VaultFailure) {
    let texts = migrations.filter { $0.key > found }.sorted { $0.key < $1.key }.map(\.value)
    let temporary = texts.joined(separator: "\n")
      .split(separator: "CREATE TABLE", omittingEmptySubsequences: false)
      .joined(separator: "CREATE TEMP TABLE")
      .split(separator: "CREATE INDEX ", omittingEmptySubsequences: false)
      .joined(separator: "CREATE INDEX temp.")
    try mapErrors(timeout) { () throws(SQLiteFailure) in try database.execute(temporary) }
  }

  private static func statement(
    _ sql: String, on database: borrowing Database, _ timeout: Int
  ) throws(VaultFailure) -> Statement {
    do throws(SQLiteFailure) {
      return try Statement(sql, on: database)
    } catch {
      throw VaultFailure(error, timeout: timeout)
    }
  }

  /// Opens the file and applies the settings of a vault's connection.
  ///
  /// - Throws: ``VaultFailure/foreignJournal``, and the failures of the file.
  private static func connection(
    to path: String, _ timeout: Int
  ) throws(VaultFailure) -> Database {
    let file = DurableFile(path: path)
    let hasJournal = DurableFile(path: path + "-journal").exists
    let opened = try mapErrors(timeout) { () throws(SQLiteFailure) in
      let database = try Database(path, .readWrite, timeout: Int32(timeout) * 1000)
      guard database.ownsRollbackJournal(of: path) else { return nil as Database? }
      // Without cache spills, a long batch blocks readers during its commit only.
      try database.execute(
        """
        PRAGMA journal_mode = DELETE;
        PRAGMA synchronous = EXTRA;
        PRAGMA secure_delete = ON;
        PRAGMA cache_spill = OFF;
        PRAGMA temp_store = MEMORY;
        """)
      return database
    }
    guard let database = opened else { throw .foreignJournal }
    // SQLite has rolled back a killed process's journal: its deletion must be durable.
    if hasJournal { try mapErrors(.vault) { () throws(FileFailure) in try file.syncFolder() } }
    return database
  }
}
