public import EventLog
public import Events
internal import SQLite
internal import TransparencyLog

extension SQLiteLog {
  /// Reads a ledger's file from its first event to its last and compares everything in it with the
  /// events' bytes; changes nothing.
  ///
  /// Nothing is taken on trust: the events are read from their table without an index, hashed again
  /// and built into a tree of their own; the format's tables, indexes and triggers are compared with
  /// those that a new ledger would have; SQLite checks that its indexes tell what its tables do. What
  /// it cannot see is a history rewritten whole, hashes and all: for that, compare the roots with
  /// checkpoints that were kept elsewhere.
  ///
  /// Cost: some microseconds an event; memory does not grow with the log (SQLite sorts tags and ids in
  /// temporary files). The file may be appended to meanwhile: one state of it is read.
  ///
  /// - Parameters:
  ///   - sizes: at which the roots are wanted.
  ///   - progress: told now and then how far the events were read.
  /// - Throws: ``LogFailure`` where the file cannot be read at all.
  public static func verify(
    at place: String, rootsAt sizes: Set<UInt64> = [], progress: (Position) -> Void = { _ in }
  ) throws(LogFailure) -> LogVerification {
    let path = try LedgerPath.ledger(at: place)
    let database = try Connection.openToRead(path, patience: patience)
    try mapErrors(patience) { () throws(SQLiteFailure) in try database.begin(.reading) }
    defer { database.rollback() }
    let schema = try mapErrors(patience) { () throws(SQLiteFailure) in
      try SchemaComparison.defects(of: database)
    }
    var verifier = try Verifier(rootsAt: sizes, patience: patience)
    do throws(LogFailure) {
      try verifier.read(database, progress)
      if let repeated = try verifier.repeatedID(in: database) { verifier.found(repeated) }
    } catch .damaged(_) where !schema.isEmpty {
      // Without the format's tables there is nothing to read.
    }
    let file = try mapErrors(patience) { () throws(SQLiteFailure) in
      try database.text("PRAGMA integrity_check(1)")
    }
    let damage = file == "ok" ? [] : [LogDefect(.file(file ?? ""))]
    return LogVerification(
      events: verifier.tree.size, roots: verifier.roots, root: try verifier.root(),
      clockBehind: verifier.clockBehind, defects: verifier.defects + schema + damage)
  }
}
