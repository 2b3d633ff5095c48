public import EventLog
public import Events
internal import PostgreSQL
internal import TransparencyLog

extension PostgresLog {
  /// Reads a whole ledger and compares everything in its schema with the events' bytes; changes nothing.
  ///
  /// Events are read by position, hashed again and built into a new tree; the tables, indexes, triggers and functions
  /// are compared with those of a new ledger. A history that was rewritten completely, including its hashes, cannot
  /// be detected: compare the roots with checkpoints kept elsewhere. Damage of the server's files is found by its own
  /// tools (`pg_amcheck`, checksums of data pages).
  ///
  /// Cost: some microseconds an event; memory of 8 bytes a subject. If something differs, twice that. One state of
  /// the ledger is read, while others append.
  ///
  /// - Parameters:
  ///   - sizes: the tree sizes whose roots are returned.
  ///   - progress: called every 8,192 events with the last position read.
  /// - Throws: ``LogFailure`` if the ledger cannot be read at all.
  public static func verify(
    at place: String, rootsAt sizes: Set<UInt64> = [], progress: (Position) -> Void = { _ in }
  ) throws(LogFailure) -> LogVerification {
    let address = try address(place)
    let connection = try PostgresSession.connected(to: address.server)
    _ = try PostgresSession.prepare(connection, address.name)
    try asking { () throws(PostgresFailure) in
      try connection.run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
    }
    let schema = try PostgresSchemaCheck.defects(of: address.name, on: connection)
    var verifier = try PostgresVerifier(rootsAt: sizes)
    do throws(LogFailure) {
      try verifier.read(connection, progress)
      if !schema.isEmpty { try verifier.findRepeatedID(connection) }
    } catch .missing where !schema.isEmpty {
      // The events cannot be read without the format's tables; the schema's defects report that.
    } catch .server(.refused) where !schema.isEmpty {
    }
    return LogVerification(
      events: verifier.check.tree.size, roots: verifier.check.roots,
      root: try verifier.check.root(), clockBehind: verifier.check.clockBehind,
      defects: verifier.check.defects + schema)
  }
}
