public import EventLog
public import Events
internal import SQLite
internal import TransparencyLog

extension SQLiteLog {
  /// Reads a whole ledger file and compares everything in it with the events' bytes; changes
  /// nothing.
  ///
  /// Events are read from their table without an index, hashed again and built into a new tree; the
  /// tables, indexes and triggers are compared with those of a new ledger; SQLite's
  /// `integrity_check` compares its indexes with its tables. A history that was rewritten
  /// completely, including its hashes, cannot be detected: compare the roots with checkpoints kept
  /// elsewhere.
  ///
  /// Cost: some microseconds an event; memory does not grow with the log (SQLite sorts tags and ids
  /// in temporary files). Other processes may append meanwhile: one state of the file is read.
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
    try mapErrors(timeout) { () throws(SQLiteFailure) in try database.begin(.reading) }
    defer { database.rollback() }
    let schema = try mapErrors(timeout) { () throws(SQLiteFailure) in
      try SchemaComparison.defects(of: database)
    }
    var verifier = try Verifier(rootsAt: sizes, timeout: timeout)
    do throws(LogFailure) {
      try verifier.read(database, progress)
      if let repeated = try verifier.repeatedID(in: database) { verifier.found(repeated) }
    } catch .damaged(_) where !schema.isEmpty {
      // The events cannot be read without the format's tables; the schema defects report that.
    }
    let file = try mapErrors(timeout) { () throws(SQLiteFailure) in
      try database.text("PRAGMA integrity_check(1)")
    }
    let damage = file == "ok" ? [] : [LogDefect(.file(file ?? ""))]
    return LogVerification(
      events: verifier.tree.size, roots: verifier.roots, root: try verifier.root(),
      clockBehind: verifier.clockBehind, defects: verifier.defects + schema + damage)
  }
}
