internal import EventLog
internal import SQLite

/// Opening a ledger's file.
enum Connection {
  /// Makes a ledger without any event.
  static func create(at path: String, patience: Int32) throws(LogFailure) -> Database {
    try Place.makeEmptyFile(at: path)
    do throws(LogFailure) {
      let database = try asLogFailure(patience) { () throws(SQLiteFailure) in
        try Database(path, .readWrite, patience: patience)
      }
      try asLogFailure(patience) { () throws(SQLiteFailure) in
        try settle(database)
        try database.execute(Format.creation)
      }
      return database
    } catch {
      Place.remove(path)
      throw error
    }
  }

  /// Opens a ledger that is there, to write where the system allows it.
  ///
  /// In a folder one may only read, SQLite cannot place its lock files: the file is then read as one
  /// that nobody changes, unless a journal beside it holds events that are not in it yet.
  static func open(_ path: String, patience: Int32) throws(LogFailure) -> Database {
    do throws(LogFailure) {
      let database = try opened(path, .readWrite, patience: patience)
      if !database.isReadOnly {
        try asLogFailure(patience) { () throws(SQLiteFailure) in try settle(database) }
      }
      return database
    } catch .readOnly {
      return try immutable(path, patience: patience)
    }
  }

  /// Opens a ledger as a file that nobody changes.
  static func immutable(_ path: String, patience: Int32) throws(LogFailure) -> Database {
    guard !Place.hasJournal(path) else { throw .readOnly }
    return try opened(path, .immutable, patience: patience)
  }

  /// Opens a file and sees that it is a ledger of this format, before anything is written to it.
  private static func opened(
    _ path: String, _ access: Database.Access, patience: Int32
  ) throws(LogFailure) -> Database {
    let database = try asLogFailure(patience) { () throws(SQLiteFailure) in
      try Database(path, access, patience: patience)
    }
    let header = try asLogFailure(patience) { () throws(SQLiteFailure) in
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
