internal import EventLog
internal import SQLite

/// Opening a ledger's file.
enum Connection {
  /// Makes a ledger without any event.
  static func create(at path: String, patience: Int32) throws(LogFailure) -> Database {
    try LedgerPath.makeEmptyFile(at: path)
    do throws(LogFailure) {
      let database = try mapErrors(patience) { () throws(SQLiteFailure) in
        try Database(path, .readWrite, patience: patience)
      }
      try mapErrors(patience) { () throws(SQLiteFailure) in
        try settle(database)
        try database.execute(Format.creation)
      }
      return database
    } catch {
      LedgerPath.remove(path)
      throw error
    }
  }

  /// Opens a ledger that is there, to write where the system allows it.
  ///
  /// - Throws: ``LogFailure/secondName``, ``LogFailure/othersJournal(file:owner:)``,
  ///   ``LogFailure/foreignJournal``, ``LogFailure/defect(_:)`` where
  ///   the file's tables, indexes and triggers are not those of the format, and those of the file.
  static func openToWrite(_ path: String, patience: Int32) throws(LogFailure) -> Database {
    guard LedgerPath.isWritable(path) else { return try openToRead(path, patience: patience) }
    try LedgerPath.refuseSecondName(of: path)
    // SQLite would open the ledger to read only, and fail at the first append.
    if let others = LedgerPath.othersJournal(beside: path) { throw others }
    let hasJournal = LedgerPath.hasJournal(path)
    try Journal.check(beside: path)
    do throws(LogFailure) {
      let database = try settled(path, patience: patience)
      let defects = try mapErrors(patience) { () throws(SQLiteFailure) in
        try SchemaComparison.defects(of: database)
      }
      if let defect = defects.first { throw LogFailure.defect(defect) }
      // Until something is added: who opens it may still refuse what it finds.
      if hasJournal { database.keepJournalAtClose() }
      return database
    } catch .readOnly {
      // In a folder one may only read, SQLite cannot place its lock files.
      return try unchanged(path, instead: .readOnly, patience: patience)
    }
  }

  /// Opens a ledger that is there, to read; leaves nothing beside it, and leaves as it was the journal
  /// that it finds there.
  ///
  /// Who may not write to the file, or to its folder, or meets a full disk, reads it as one that nobody
  /// changes, where no journal beside it holds events that are not in it yet.
  ///
  /// - Throws: ``LogFailure/foreignJournal``, and the failures of the file.
  static func openToRead(_ path: String, patience: Int32) throws(LogFailure) -> Database {
    let hasJournal = LedgerPath.hasJournal(path)
    guard LedgerPath.isWritable(path) else {
      if !hasJournal { return try opened(path, .immutable, patience: patience) }
      // Without it, SQLite would make one that shuts the ledger's owner out.
      guard LedgerPath.hasJournalIndex(path) else { throw .readOnly }
      return try opened(path, .readOnly, patience: patience)
    }
    try Journal.check(beside: path, isEmptied: true)
    do throws(LogFailure) {
      let database = try settled(path, patience: patience)
      if hasJournal { database.keepJournalAtClose() }
      return database
    } catch .readOnly {
      return try unchanged(path, instead: .readOnly, patience: patience)
    } catch .full {
      return try unchanged(path, instead: .full, patience: patience)
    }
  }

  /// Opens a copy of a ledger as a file that nobody changes.
  static func immutable(_ path: String) throws(LogFailure) -> Database {
    try opened(path, .immutable, patience: 0)
  }

  /// Opens a ledger as a file that nobody changes; where a journal holds events, with the index of the
  /// journal in memory, which shuts others out meanwhile.
  ///
  /// - Parameter failure: what is thrown where this cannot be done either.
  private static func unchanged(
    _ path: String, instead failure: LogFailure, patience: Int32
  ) throws(LogFailure) -> Database {
    guard LedgerPath.hasJournal(path) else {
      return try opened(path, .immutable, patience: patience)
    }
    if let others = LedgerPath.othersJournal(beside: path) { throw others }
    guard failure == .full else { throw failure }
    do throws(SQLiteFailure) {
      let database = try Database(path, .readWrite, patience: patience)
      database.keepJournalAtClose()
      try database.execute("PRAGMA locking_mode = EXCLUSIVE")
      _ = try database.integer("SELECT count(*) FROM sqlite_schema")
      return database
    } catch {
      throw failure
    }
  }

  /// Opens a file with the settings of a ledger's connection.
  private static func settled(_ path: String, patience: Int32) throws(LogFailure) -> Database {
    let database = try opened(path, .readWrite, patience: patience)
    if !database.isReadOnly {
      try mapErrors(patience) { () throws(SQLiteFailure) in try settle(database) }
    }
    return database
  }

  /// Opens a file and sees that it is a ledger of this format, before anything is written to it.
  private static func opened(
    _ path: String, _ access: Database.Access, patience: Int32
  ) throws(LogFailure) -> Database {
    let database = try mapErrors(patience) { () throws(SQLiteFailure) in
      try Database(path, access, patience: patience)
    }
    let header = try mapErrors(patience) { () throws(SQLiteFailure) in
      (
        try database.integer("PRAGMA application_id"),
        try database.integer("PRAGMA user_version") ?? 0
      )
    }
    guard header.0 == Format.applicationID, header.1 > 0 else { throw .notALedger }
    guard header.1 <= Format.number else {
      throw .newerFormat(found: Int(header.1), known: Int(Format.number))
    }
    return database
  }

  /// Readers beside a writer, and every commit on the disk before it returns: also where SQLite, on a
  /// failing disk, silently keeps a rollback journal, whose removal FULL would not make to last.
  private static func settle(_ database: borrowing Database) throws(SQLiteFailure) {
    _ = try database.text("PRAGMA journal_mode = WAL")
    try database.execute(
      """
      PRAGMA synchronous = EXTRA;
      PRAGMA cache_size = -32768;
      """)
  }
}
