internal import Files
internal import SQLite

/// The vault's SQLite file: wrapped keys in, wrapped keys out; knows no cipher.
///
/// A rollback journal, each commit on the disk with its folder's entry; freed pages are overwritten.
struct KeyStore: ~Copyable {
  /// A sealed blob and the nonce it was sealed with.
  struct Wrapped {
    let nonce: [UInt8]
    let bytes: [UInt8]
  }

  /// `ACQV`: tells a vault from any other SQLite file.
  private static var applicationID: Int64 { 0x4143_5156 }
  private static var format: Int { 3 }

  /// What each format added to the keys of format 1.
  ///
  /// Format 2: who was erased, which copies were made, whose vault this is. A tombstone keeps the id of
  /// the key, which the log has too, and nothing of the key.
  ///
  /// Format 3: how far the log was compared with the vault (``Comparison``), what of it did not match,
  /// and the id of every key that an erasure destroyed.
  private static var additions: [Int: String] {
    [2: second, 3: third]
  }

  private static var second: String {
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

  private static var third: String {
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

  private static func additions(since found: Int) -> String {
    let texts = additions.filter { $0.key > found }.sorted { $0.key < $1.key }.map(\.value)
    return texts.joined(separator: "\n") + "\nPRAGMA user_version = \(format);"
  }

  // Statements before their connection: fields go in this order.
  let byPerson: Statement
  let byKey: Statement
  let byDestroyed: Statement
  let byErased: Statement
  let insertion: Statement
  let version: Statement
  let database: Database
  let patience: Int

  /// - Parameter patience: how long to wait for another process's lock, in seconds.
  init(at path: String, patience: Int) throws(VaultFailure) {
    let database = try Self.connection(to: path, patience)
    let found = try mapErrors(patience) { () throws(SQLiteFailure) in
      try database.integer("PRAGMA application_id") == Self.applicationID
        ? Int(try database.integer("PRAGMA user_version") ?? 0) : 0
    }
    guard found > 0 else { throw .notAVault }
    guard found <= Self.format else { throw .newerFormat(found: found, known: Self.format) }
    if found < Self.format {
      do throws(VaultFailure) { try Self.upgrade(database, patience) } catch .readOnly {
        try Self.supplement(database, since: found, patience)
      }
    }
    let byPerson = try Self.statement(
      "SELECT id, nonce, wrapped FROM person_key WHERE person = ?", on: database, patience)
    let byKey = try Self.statement(
      "SELECT person FROM person_key WHERE id = ?", on: database, patience)
    let byDestroyed = try Self.statement(
      "SELECT person FROM destroyed_key WHERE key = ?", on: database, patience)
    let byErased = try Self.statement(
      "SELECT key, event, erased_on, erased_at FROM erased_person WHERE person = ?",
      on: database, patience)
    let insertion = try Self.statement(
      "INSERT INTO person_key (id, person, nonce, wrapped) VALUES (?, ?, ?, ?)", on: database,
      patience)
    let version = try Self.statement("PRAGMA data_version", on: database, patience)
    self.byPerson = byPerson
    self.byKey = byKey
    self.byDestroyed = byDestroyed
    self.byErased = byErased
    self.insertion = insertion
    self.version = version
    self.database = database
    self.patience = patience
  }

  /// Fills the empty file at the path; `check` is what tells the master key again.
  static func create(at path: String, check: Wrapped, patience: Int) throws(VaultFailure) {
    let database = try connection(to: path, patience)
    try mapErrors(patience) { () throws(SQLiteFailure) in
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
        """ + additions(since: 1))
      let insertion = try Statement(
        "INSERT INTO master_check VALUES (1, ?, ?)", on: database, isKept: false)
      try insertion.bind(check.nonce, at: 1)
      try insertion.bind(check.bytes, at: 2)
      try insertion.run()
      try database.commit()
    }
  }

  /// Brings a vault of an older format to this one; a program that knows only the older one would make a
  /// new key for a person who was erased, and so must not open it any more.
  private static func upgrade(
    _ database: borrowing Database, _ patience: Int
  ) throws(VaultFailure) {
    try mapErrors(patience) { () throws(SQLiteFailure) in
      try database.begin(.writing)
      do throws(SQLiteFailure) {
        // Another process may have done it before the lock was ours.
        let found = Int(try database.integer("PRAGMA user_version") ?? 0)
        if found < format { try database.execute(additions(since: found)) }
        try database.commit()
      } catch {
        database.rollback()
        throw error
      }
    }
  }

  /// Gives a vault of an older format that may only be read the tables that it lacks, for this connection
  /// alone.
  private static func supplement(
    _ database: borrowing Database, since found: Int, _ patience: Int
  ) throws(VaultFailure) {
    let texts = additions.filter { $0.key > found }.sorted { $0.key < $1.key }.map(\.value)
    let temporary = texts.joined(separator: "\n")
      .split(separator: "CREATE TABLE", omittingEmptySubsequences: false)
      .joined(separator: "CREATE TEMP TABLE")
      .split(separator: "CREATE INDEX ", omittingEmptySubsequences: false)
      .joined(separator: "CREATE INDEX temp.")
    try mapErrors(patience) { () throws(SQLiteFailure) in try database.execute(temporary) }
  }

  private static func statement(
    _ sql: String, on database: borrowing Database, _ patience: Int
  ) throws(VaultFailure) -> Statement {
    do throws(SQLiteFailure) {
      return try Statement(sql, on: database)
    } catch {
      throw VaultFailure(error, patience: patience)
    }
  }

  private static func connection(
    to path: String, _ patience: Int
  ) throws(VaultFailure) -> Database {
    let file = DurableFile(path: path)
    let hasJournal = DurableFile(path: path + "-journal").exists
    let opened = try mapErrors(patience) { () throws(SQLiteFailure) in
      let database = try Database(path, .readWrite, patience: Int32(patience) * 1000)
      guard database.ownsRollbackJournal(of: path) else { return nil as Database? }
      // Without a spill, a long batch takes the file from its readers for its commit only.
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
    // What a killed process left was played back: its journal must not come back.
    if hasJournal { try mapErrors(.vault) { () throws(FileFailure) in try file.syncFolder() } }
    return database
  }
}
