internal import Cryptography
internal import EventLog
internal import Events
internal import SQLite
internal import TransparencyLog

extension LogFile {
  /// Marks the ledger as moved to another place, once it was copied: nobody appends meanwhile.
  ///
  /// - Parameter copy: returns false to leave all as it was.
  mutating func leave(
    for place: String, once copy: (LogHead) -> Bool
  ) throws(LogFailure) {
    guard !isReadOnly else { throw .readOnly }
    try sqlite { () throws(SQLiteFailure) in try database.begin(.writing) }
    do throws(LogFailure) {
      if let moved = try Self.place(in: database, timeout) { throw .moved(to: moved) }
      try refresh()
      let head = LogHead(
        last: tail.last, lastRecordedAt: tail.recordedAt,
        root: try hashing { () throws(CryptographyFailure) in try tail.tree.root(hash) })
      guard copy(head) else { return database.rollback() }
      try sqlite { () throws(SQLiteFailure) in
        let format = try database.integer("PRAGMA user_version") ?? Format.number
        try database.execute(Format.leaving)
        let row = try Statement("INSERT INTO moved VALUES (?)", on: database, isKept: false)
        try row.bind(place, at: 1)
        try row.run()
        try database.execute("PRAGMA user_version = \(Format.moved + format)")
        try database.commit()
      }
      database.keepJournalAtClose(false)
    } catch {
      database.rollback()
      throw error
    }
  }

  /// Where a ledger that was moved is now; nil for one that was not.
  static func place(
    in database: borrowing Database, _ timeout: Int32
  ) throws(LogFailure) -> String? {
    try mapErrors(timeout) { () throws(SQLiteFailure) in
      guard try database.integer("PRAGMA user_version") ?? 0 > Format.moved else { return nil }
      return try database.text("SELECT place FROM moved") ?? ""
    }
  }
}
