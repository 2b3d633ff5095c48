public import EventLog
public import Events
internal import SQLite
internal import TransparencyLog

extension SQLiteLog {
  /// Reads a whole ledger file and compares everything in it with the events' bytes; changes
  /// nothing.
  ///
  /// Events are read from their table without an index, hashed again and built into a new tree; the
  /// tables, indexes and triggers are compared with those of a new ledger of its format; SQLite's
  /// `integrity_check` compares its indexes with its tables, on a second thread. A history that was
  /// rewritten completely, including its hashes, cannot be detected: compare the roots with
  /// checkpoints kept elsewhere.
  ///
  /// Cost: some microseconds an event; memory of 8 bytes a subject. If something differs, twice
  /// that, and SQLite sorts tags and ids in temporary files. Other processes may append meanwhile:
  /// one state of the file is read.
  ///
  /// - Parameters:
  ///   - sizes: the tree sizes whose roots are returned.
  ///   - progress: called every 8,192 events with the last position read.
  /// - Throws: ``LogFailure`` if the file cannot be read at all.
  public static func verify(
    at place: String, rootsAt sizes: Set<UInt64> = [], progress: (Position) -> Void = { _ in }
  ) throws(LogFailure) -> LogVerification {
    let path = try LedgerPath.ledger(at: place)
    let database = try Connection.openToRead(path, timeout: timeout)
    let check = try mapErrors(timeout) { () throws(SQLiteFailure) in
      try FileCheck.start(beside: database, path)
    }
    defer {
      check?.wait()
      database.rollback()
    }
    let schema = try mapErrors(timeout) { () throws(SQLiteFailure) in
      try SchemaComparison.defects(of: database)
    }
    var verifier = try Verifier(rootsAt: sizes, timeout: timeout)
    var file: String?
    do throws(LogFailure) {
      try verifier.read(database, progress)
      file = try message(of: check, database)
      // An index that is sound and the format's own has no id twice.
      if file != "ok" || !schema.isEmpty,
        let repeated = try verifier.repeatedID(in: database)
      {
        verifier.found(repeated)
      }
    } catch .damaged(_) where !schema.isEmpty {
      // The events cannot be read without the format's tables; the schema defects report that.
      file = try message(of: check, database)
    }
    let damage = file == "ok" ? [] : [LogDefect(.file(file ?? ""))]
    return LogVerification(
      events: verifier.check.tree.size, roots: verifier.check.roots,
      root: try verifier.check.root(), clockBehind: verifier.check.clockBehind,
      defects: verifier.check.defects + schema + damage)
  }

  /// The result of SQLite's own check, made here if there is no second connection.
  private static func message(
    of check: FileCheck?, _ database: borrowing Database
  ) throws(LogFailure) -> String? {
    try mapErrors(timeout) { () throws(SQLiteFailure) in
      guard let check else { return try FileCheck.message(of: database) }
      return try check.message()
    }
  }
}
