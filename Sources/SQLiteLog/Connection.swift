internal import EventLog
internal import SQLite

/// Creates and opens the SQLite connection to a ledger file.
///
/// Timeouts are in milliseconds.
enum Connection {
  /// Creates a ledger file without events.
  ///
  /// - Throws: ``LogFailure/alreadyThere``, ``LogFailure/networkDrive(_:)``,
  ///   ``LogFailure/missing``; nothing is left at the path then.
  static func create(at path: String, timeout: Int32) throws(LogFailure) -> Database {
    try LedgerPath.makeEmptyFile(at: path)
    do throws(LogFailure) {
      let database = try mapErrors(timeout) { () throws(SQLiteFailure) in
        try Database(path, .readWrite, timeout: timeout)
      }
      try mapErrors(timeout) { () throws(SQLiteFailure) in
        try configure(database)
        try database.execute(Format.creation)
      }
      return database
    } catch {
      LedgerPath.remove(path)
      throw error
    }
  }

  /// Opens a ledger for writing, or for reading if the file or its folder may not be written.
  ///
  /// - Throws: ``LogFailure/secondName``, ``LogFailure/othersJournal(file:owner:)``,
  ///   ``LogFailure/foreignJournal``, ``LogFailure/defect(_:)`` if the file's tables, indexes and
  ///   triggers are not those of the format, and the other cases about the file.
  static func openToWrite(_ path: String, timeout: Int32) throws(LogFailure) -> Database {
    guard LedgerPath.isWritable(path) else { return try openToRead(path, timeout: timeout) }
    try LedgerPath.rejectHardLinks(of: path)
    // With such a journal, SQLite would open the ledger read-only, and the first append would fail.
    if let failure = LedgerPath.inaccessibleJournal(beside: path) { throw failure }
    let hasJournal = LedgerPath.hasJournal(path)
    try Journal.check(beside: path)
    do throws(LogFailure) {
      let database = try openConfigured(path, timeout: timeout)
      let defects = try mapErrors(timeout) { () throws(SQLiteFailure) in
        try SchemaComparison.defects(of: database, allowsOtherTables: true)
      }
      if let defect = defects.first { throw LogFailure.defect(defect) }
      // Keeps the journal until the first append: the caller may still reject the ledger.
      if hasJournal { database.keepJournalAtClose() }
      return database
    } catch .readOnly {
      // In a read-only folder, SQLite cannot create its journal and lock files.
      return try openImmutable(path, orThrow: .readOnly, timeout: timeout)
    }
  }

  /// Opens a ledger for reading; leaves no new file beside it once closed. A journal that is there
  /// is kept, but may be copied into the file and emptied if it had to be read completely.
  ///
  /// If the file or its folder may not be written, or the disk is full, it is opened as immutable,
  /// provided that no journal contains events which are not in the file yet.
  ///
  /// - Throws: ``LogFailure/foreignJournal``, and the other cases about the file.
  static func openToRead(_ path: String, timeout: Int32) throws(LogFailure) -> Database {
    let hasJournal = LedgerPath.hasJournal(path)
    guard LedgerPath.isWritable(path) else {
      if !hasJournal { return try openChecked(path, .immutable, timeout: timeout) }
      // Without a -shm file, SQLite would create one that the ledger's owner cannot write to.
      guard LedgerPath.hasJournalIndex(path) else { throw .readOnly }
      return try openChecked(path, .readOnly, timeout: timeout)
    }
    try Journal.check(beside: path, isEmptied: true)
    do throws(LogFailure) {
      let database = try openConfigured(path, timeout: timeout)
      if hasJournal { database.keepJournalAtClose() }
      return database
    } catch .readOnly {
      return try openImmutable(path, orThrow: .readOnly, timeout: timeout)
    } catch .full {
      return try openImmutable(path, orThrow: .full, timeout: timeout)
    }
  }

  /// Opens a copy of a ledger that no other process uses; creates no file beside it.
  static func immutable(_ path: String) throws(LogFailure) -> Database {
    try openChecked(path, .immutable, timeout: 0)
  }

  /// Opens a ledger as immutable. If its journal contains events, opens it with an exclusive lock
  /// instead, which keeps the journal's index in memory and excludes other connections.
  ///
  /// - Parameter failure: thrown if neither is possible. A journal is only read for
  ///   ``LogFailure/full``.
  private static func openImmutable(
    _ path: String, orThrow failure: LogFailure, timeout: Int32
  ) throws(LogFailure) -> Database {
    guard LedgerPath.hasJournal(path) else {
      return try openChecked(path, .immutable, timeout: timeout)
    }
    if let failure = LedgerPath.inaccessibleJournal(beside: path) { throw failure }
    guard failure == .full else { throw failure }
    do throws(SQLiteFailure) {
      let database = try Database(path, .readWrite, timeout: timeout)
      database.keepJournalAtClose()
      try database.execute("PRAGMA locking_mode = EXCLUSIVE")
      _ = try database.integer("SELECT count(*) FROM sqlite_schema")
      return database
    } catch {
      throw failure
    }
  }

  /// Opens a ledger for writing and applies the settings of ``configure(_:)``.
  private static func openConfigured(
    _ path: String, timeout: Int32
  ) throws(LogFailure) -> Database {
    let database = try openChecked(path, .readWrite, timeout: timeout)
    if !database.isReadOnly {
      try mapErrors(timeout) { () throws(SQLiteFailure) in try configure(database) }
    }
    return database
  }

  /// Opens a file and checks that it is a ledger of a known format, before anything is written to
  /// it.
  ///
  /// - Throws: ``LogFailure/notALedger``, ``LogFailure/newerFormat(found:known:)``, and the other
  ///   cases about the file.
  private static func openChecked(
    _ path: String, _ access: Database.Access, timeout: Int32
  ) throws(LogFailure) -> Database {
    let database = try mapErrors(timeout) { () throws(SQLiteFailure) in
      try Database(path, access, timeout: timeout)
    }
    let header = try mapErrors(timeout) { () throws(SQLiteFailure) in
      (
        try database.integer("PRAGMA application_id"),
        try database.integer("PRAGMA user_version") ?? 0
      )
    }
    guard header.0 == Format.applicationID, header.1 > 0 else { throw .notALedger }
    guard Format.isKnown(header.1) else {
      throw .newerFormat(found: Int(header.1), known: Int(Format.number))
    }
    return database
  }

  /// Lets others read during a write (WAL), and makes every commit durable before it returns.
  ///
  /// EXTRA instead of FULL: if SQLite cannot switch to WAL and silently keeps a rollback journal,
  /// FULL would not sync the folder after that journal is deleted. The cache is 32 MiB.
  private static func configure(_ database: borrowing Database) throws(SQLiteFailure) {
    _ = try database.text("PRAGMA journal_mode = WAL")
    try database.execute(
      """
      PRAGMA synchronous = EXTRA;
      PRAGMA cache_size = -32768;
      """)
  }
}
