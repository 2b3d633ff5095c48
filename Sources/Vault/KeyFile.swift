internal import Files
internal import SQLite

/// The vault's SQLite file.
///
/// Uses a rollback journal; each commit is durable, including the journal's deletion from the
/// folder; freed pages are overwritten.
struct KeyFile: ~Copyable {
  // Fields are destroyed in this order: the statement before its connection.
  private let version: Statement
  let database: Database
  let timeout: Int

  /// Opens a vault's file, and upgrades one of an older format.
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
    let version = try mapErrors(timeout) { () throws(SQLiteFailure) in
      try Statement("PRAGMA data_version", on: database)
    }
    self.version = version
    self.database = database
    self.timeout = timeout
  }

  /// Creates the tables in an empty file.
  ///
  /// - Parameters:
  ///   - timeout: how long to wait for another process's lock, in seconds.
  ///   - check: a known text sealed under the master key, by which the key is recognised; nil if
  ///     it is copied from another vault.
  static func create(
    at path: String, timeout: Int, _ check: KeyStore.Wrapped? = nil
  ) throws(VaultFailure) {
    let database = try connection(to: path, timeout)
    try mapErrors(timeout) { () throws(SQLiteFailure) in
      try database.begin(.writing)
      try database.execute("PRAGMA application_id = \(applicationID);\n" + tables)
      if let check {
        let insertion = try Statement(
          "INSERT INTO master_check VALUES (1, ?, ?)", on: database, isKept: false)
        try insertion.bind(check.nonce, at: 1)
        try insertion.bind(check.bytes, at: 2)
        try insertion.run()
      }
      try database.commit()
    }
  }

  func statement(_ sql: String, isKept: Bool) throws(VaultFailure) -> KeyStatement {
    do throws(SQLiteFailure) {
      return KeyStatement(
        try Statement(sql, on: database, isKept: isKept), timeout: timeout)
    } catch {
      throw VaultFailure(error, timeout: timeout)
    }
  }

  func execute(_ sql: String) throws(VaultFailure) {
    try mapErrors(timeout) { () throws(SQLiteFailure) in try database.execute(sql) }
  }

  /// `PRAGMA data_version`.
  ///
  /// Cost: 6 µs outside a transaction.
  func dataVersion() throws(VaultFailure) -> Int64 {
    try mapErrors(timeout) { () throws(SQLiteFailure) in
      defer { version.reset() }
      return try version.step() ? version.integer(0) : 0
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
    let temporary = temporaryTables(since: found)
    try mapErrors(timeout) { () throws(SQLiteFailure) in try database.execute(temporary) }
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

/// Runs `step`; maps an SQLite error to ``VaultFailure``.
///
/// - Parameter timeout: the connection's busy timeout, in seconds.
@inline(__always) func mapErrors<Value: ~Copyable>(
  _ timeout: Int, _ step: () throws(SQLiteFailure) -> Value
) throws(VaultFailure) -> Value {
  do throws(SQLiteFailure) {
    return try step()
  } catch {
    throw VaultFailure(error, timeout: timeout)
  }
}

extension Statement {
  func bind(_ bytes: [UInt8], at index: Int32) throws(SQLiteFailure) {
    try unsafe bytes.span.withUnsafeBytes { (buffer) throws(SQLiteFailure) in
      try unsafe bind(copying: buffer, at: index)
    }
  }
}
