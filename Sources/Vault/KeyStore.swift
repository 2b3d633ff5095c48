internal import Events
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
  private static var format: Int { 1 }

  // Statements before their connection: fields go in this order.
  private let byPerson: Statement
  private let byKey: Statement
  private let insertion: Statement
  private let version: Statement
  private let database: Database
  private let patience: Int

  /// - Parameter patience: how long to wait for another process's lock, in seconds.
  init(at path: String, patience: Int) throws(VaultFailure) {
    let database = try Self.connection(to: path, patience)
    let found = try telling(patience) { () throws(SQLiteFailure) in
      try database.integer("PRAGMA application_id") == Self.applicationID
        ? Int(try database.integer("PRAGMA user_version") ?? 0) : 0
    }
    guard found > 0 else { throw .notAVault }
    guard found <= Self.format else { throw .newerFormat(found: found, known: Self.format) }
    let byPerson = try Self.statement(
      "SELECT id, nonce, wrapped FROM person_key WHERE person = ?", on: database, patience)
    let byKey = try Self.statement(
      "SELECT person FROM person_key WHERE id = ?", on: database, patience)
    let insertion = try Self.statement(
      "INSERT INTO person_key (id, person, nonce, wrapped) VALUES (?, ?, ?, ?)", on: database,
      patience)
    let version = try Self.statement("PRAGMA data_version", on: database, patience)
    self.byPerson = byPerson
    self.byKey = byKey
    self.insertion = insertion
    self.version = version
    self.database = database
    self.patience = patience
  }

  /// Fills the empty file at the path; `check` is what tells the master key again.
  static func create(at path: String, check: Wrapped, patience: Int) throws(VaultFailure) {
    let database = try connection(to: path, patience)
    try telling(patience) { () throws(SQLiteFailure) in
      try database.begin(.writing)
      try database.execute(
        """
        PRAGMA application_id = \(applicationID);
        PRAGMA user_version = \(format);
        CREATE TABLE master_check (
          only INTEGER PRIMARY KEY CHECK (only = 1), nonce BLOB NOT NULL, wrapped BLOB NOT NULL
        ) STRICT;
        CREATE TABLE person_key (
          person TEXT PRIMARY KEY, id TEXT NOT NULL UNIQUE, nonce BLOB NOT NULL,
          wrapped BLOB NOT NULL
        ) STRICT, WITHOUT ROWID;
        """)
      let insertion = try Statement(
        "INSERT INTO master_check VALUES (1, ?, ?)", on: database, isKept: false)
      try insertion.bind(check.nonce, at: 1)
      try insertion.bind(check.bytes, at: 2)
      try insertion.run()
      try database.commit()
    }
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
    try telling(patience) { () throws(SQLiteFailure) in
      let database = try Database(path, .readWrite, patience: Int32(patience) * 1000)
      // Without a spill, a long batch takes the file from its readers for its commit only.
      try database.execute(
        """
        PRAGMA journal_mode = DELETE;
        PRAGMA synchronous = EXTRA;
        PRAGMA secure_delete = ON;
        PRAGMA cache_spill = OFF;
        """)
      return database
    }
  }
}

// MARK: Rows

extension KeyStore {
  /// What was sealed under the master key when the vault was made.
  func masterCheck() throws(VaultFailure) -> Wrapped {
    let row = try telling(patience) { () throws(SQLiteFailure) -> Wrapped? in
      let statement = try Statement(
        "SELECT nonce, wrapped FROM master_check", on: database, isKept: false)
      guard try statement.step() else { return nil }
      return Wrapped(nonce: Array(statement.bytes(0)), bytes: Array(statement.bytes(1)))
    }
    guard let row else { throw .damaged("its check of the master key is missing") }
    return row
  }

  /// The id and the wrapped pair of a person's live key.
  func keys(of person: Person) throws(VaultFailure) -> (id: String, wrapped: Wrapped)? {
    try telling(patience) { () throws(SQLiteFailure) in
      try byPerson.bind(person.description, at: 1)
      guard try byPerson.step() else { return nil }
      defer { byPerson.reset() }
      return (
        byPerson.text(0),
        Wrapped(nonce: Array(byPerson.bytes(1)), bytes: Array(byPerson.bytes(2)))
      )
    }
  }

  /// Whose key this is; nil where the vault does not hold it.
  func person(of key: KeyID) throws(VaultFailure) -> String? {
    try telling(patience) { () throws(SQLiteFailure) in
      try byKey.bind(key.text, at: 1)
      guard try byKey.step() else { return nil }
      defer { byKey.reset() }
      return byKey.text(0)
    }
  }

  func insert(_ key: KeyID, of person: Person, _ wrapped: Wrapped) throws(VaultFailure) {
    try telling(patience) { () throws(SQLiteFailure) in
      try insertion.bind(key.text, at: 1)
      try insertion.bind(person.description, at: 2)
      try insertion.bind(wrapped.nonce, at: 3)
      try insertion.bind(wrapped.bytes, at: 4)
      try insertion.run()
    }
  }

  /// A number that changes when another connection has changed the file: 2 µs outside a transaction.
  func dataVersion() throws(VaultFailure) -> Int64 {
    try telling(patience) { () throws(SQLiteFailure) in
      defer { version.reset() }
      return try version.step() ? version.integer(0) : 0
    }
  }
}

// MARK: Transactions

extension KeyStore {
  /// Takes the one lock for writing.
  func begin() throws(VaultFailure) {
    try telling(patience) { () throws(SQLiteFailure) in try database.begin(.writing) }
  }

  func commit() throws(VaultFailure) {
    try telling(patience) { () throws(SQLiteFailure) in try database.commit() }
  }

  func rollback() { database.rollback() }
}

extension Statement {
  fileprivate func bind(_ bytes: [UInt8], at index: Int32) throws(SQLiteFailure) {
    let result: Result<Void, SQLiteFailure> = bytes.withUnsafeBytes { buffer in
      do throws(SQLiteFailure) {
        return .success(try bind(copying: buffer, at: index))
      } catch {
        return .failure(error)
      }
    }
    try result.get()
  }
}

/// Runs a step of SQLite's and tells its failure as the vault's.
private func telling<Value: ~Copyable>(
  _ patience: Int, _ step: () throws(SQLiteFailure) -> Value
) throws(VaultFailure) -> Value {
  do throws(SQLiteFailure) {
    return try step()
  } catch {
    throw VaultFailure(error, patience: patience)
  }
}
