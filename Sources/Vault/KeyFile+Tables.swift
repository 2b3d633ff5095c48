extension KeyFile {
  /// `ACQV`: SQLite's `application_id` of a vault.
  static var applicationID: Int64 { 0x4143_5156 }
  /// SQLite's `user_version` of a vault.
  static var format: Int { 4 }

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

  /// The tables of a new vault, in the format of this program.
  static var tables: String {
    """
    CREATE TABLE master_check (
      only INTEGER PRIMARY KEY CHECK (only = 1), nonce BLOB NOT NULL, wrapped BLOB NOT NULL
    ) STRICT;
    CREATE TABLE person_key (
      person TEXT PRIMARY KEY, id TEXT NOT NULL UNIQUE, nonce BLOB NOT NULL,
      wrapped BLOB NOT NULL
    ) STRICT, WITHOUT ROWID;
    """ + migrationSQL(since: 1)
  }

  static func migrationSQL(since found: Int) -> String {
    migrationText(since: found) + "\nPRAGMA user_version = \(format);"
  }

  /// The tables that a vault of an older format lacks, as temporary ones.
  static func temporaryTables(since found: Int) -> String {
    migrationText(since: found)
      .split(separator: "CREATE TABLE", omittingEmptySubsequences: false)
      .joined(separator: "CREATE TEMP TABLE")
      .split(separator: "CREATE INDEX ", omittingEmptySubsequences: false)
      .joined(separator: "CREATE INDEX temp.")
  }

  private static func migrationText(since found: Int) -> String {
    let texts = migrations.filter { $0.key > found }.sorted { $0.key < $1.key }.map(\.value)
    return texts.joined(separator: "\n")
  }
}
