public import EventLog
public import Events
internal import Glibc
internal import PostgreSQL
internal import Synchronization

/// A log on PostgreSQL, for many offices: one schema for each ledger, in a database that holds many.
///
/// ```swift
/// let log = try PostgresLog(
///   opening: "postgres://clerk@localhost:5432/acquis?ledger=centre", access: .readWrite, clock: clock)
/// ```
///
/// One connection, which threads take turns on; threads that append at once want one each. Appends of all
/// connections are in one order, without a gap: the server's function locks the end of the log, compares it with the
/// one that the writer knows, and adds, in one transaction and one round trip. The writer computes the bytes and the
/// tree's nodes. When an append returns, its events are on the server's disk, and on those of its synchronous
/// replicas.
///
/// A connection that broke is made again, for 5 s, as after a failure of the server or of a switch to its replica: an
/// append is then asked again with the same ids, which the log has once.
public final class PostgresLog: LedgerStore {
  let session: Mutex<PostgresSession?>
  let address: PostgresAddress
  let access: StoreAccess
  let clock: @Sendable () -> Instant
  let trust: ClockTrust
  /// Whether the schema is a draft, which nobody finds: it is dropped with this value.
  let isDraft: Mutex<Bool>

  private init(
    _ session: consuming sending PostgresSession, _ address: PostgresAddress, _ access: StoreAccess,
    clock: @escaping @Sendable () -> Instant, trust: ClockTrust, isDraft: Bool = false
  ) {
    self.session = Mutex(session)
    (self.address, self.access, self.clock, self.trust) = (address, access, clock, trust)
    self.isDraft = Mutex(isDraft)
  }

  deinit {
    guard isDraft.withLock({ $0 }) else { return }
    session.withLock { session in
      let schema = PostgresSchema.draft(of: address.name)
      try? session?.run("DROP SCHEMA IF EXISTS \"\(schema)\" CASCADE")
    }
  }

  // MARK: Creating and opening

  /// Creates the log of a new ledger under a name that nobody finds, until ``publish()``.
  ///
  /// One creation at a time: another one of the same ledger is refused. What an interrupted one left is dropped.
  public static func create(
    at place: String, clock: @escaping @Sendable () -> Instant, trust: ClockTrust = ClockTrust()
  ) throws(LogFailure) -> PostgresLog {
    let address = try address(place)
    let session = try draft(of: address)
    let clock = try setRight(clock, trust, by: session)
    return PostgresLog(session, address, .readWrite, clock: clock, trust: trust, isDraft: true)
  }

  private static func draft(of address: PostgresAddress) throws(LogFailure)
    -> sending PostgresSession
  {
    let connection = try PostgresSession.connected(to: address.server)
    let draft = PostgresSchema.draft(of: address.name)
    let found = try asking { () throws(PostgresFailure) in
      try connection.query(
        """
        SELECT EXISTS (SELECT FROM pg_namespace WHERE nspname = $1),
          pg_try_advisory_lock(\(PostgresSchema.lock(of: address.name)))
        """, [.text(address.name)])
    }
    guard !found.boolean(0, 0) else { throw .alreadyThere }
    guard found.boolean(0, 1) else { throw .busy(seconds: 0) }
    try asking { () throws(PostgresFailure) in
      try connection.run("DROP SCHEMA IF EXISTS \"\(draft)\" CASCADE")
      try connection.run(PostgresSchema.creation(of: draft))
    }
    return try PostgresSession.opened(connection, schema: draft)
  }

  public static func exists(at place: String) throws(LogFailure) -> Bool {
    let address = try address(place)
    let connection = try PostgresSession.connected(to: address.server)
    return try asking { () throws(PostgresFailure) in
      try connection.run("SET lock_timeout TO '\(PostgresSession.timeout)s'")
      // The creator's lock, in a statement of its own: the next one sees what was committed meanwhile.
      try connection.run(
        "SELECT pg_advisory_xact_lock(\(PostgresSchema.lock(of: address.name)))")
      return try connection.query(
        "SELECT 1 FROM pg_namespace WHERE nspname = $1", [.text(address.name)]
      ).count > 0
    }
  }

  /// Opens a ledger.
  ///
  /// - Throws: ``LogFailure/missing`` if the database has no ledger of the name; ``LogFailure/notALedger``,
  ///   ``LogFailure/newerFormat(found:known:)``, ``LogFailure/server(_:)``.
  public convenience init(
    opening place: String, access: StoreAccess, clock: @escaping @Sendable () -> Instant,
    trust: ClockTrust = ClockTrust()
  ) throws(LogFailure) {
    let address = try Self.address(place)
    let session = try Self.opened(address)
    let clock = try Self.setRight(clock, trust, by: session)
    self.init(session, address, access, clock: clock, trust: trust)
  }

  public static func open(
    at place: String, for access: StoreAccess, clock: @escaping @Sendable () -> Instant,
    trust: ClockTrust
  ) throws(LogFailure) -> PostgresLog {
    try PostgresLog(opening: place, access: access, clock: clock, trust: trust)
  }
}

extension PostgresLog {
  /// Another connection to the same ledger, with the same clock.
  func connectedAgain(for access: StoreAccess) throws(LogFailure) -> PostgresLog {
    PostgresLog(try Self.opened(address), address, access, clock: clock, trust: trust)
  }

  static func address(_ place: String) throws(LogFailure) -> PostgresAddress {
    do throws(PostgresAddress.Refusal) { return try PostgresAddress(place) } catch {
      throw .server(.notAnAddress)
    }
  }

  static func opened(
    _ address: PostgresAddress
  ) throws(LogFailure) -> sending PostgresSession {
    try PostgresSession.opened(
      try PostgresSession.connected(to: address.server), schema: address.name)
  }

  /// The clock as the server's says it is now, so that offices whose clocks differ do not refuse each other; the
  /// clock itself unless it follows the server.
  fileprivate static func setRight(
    _ clock: @escaping @Sendable () -> Instant, _ trust: ClockTrust,
    by session: borrowing PostgresSession
  ) throws(LogFailure) -> @Sendable () -> Instant {
    guard trust.followsServer else { return clock }
    let found = try session.rows(
      "SELECT (extract(epoch FROM clock_timestamp()) * 1000000)::bigint")
    let offset = found.integer(0, 0) - clock().microseconds
    return {
      let own = clock()
      return (try? Instant(microseconds: own.microseconds + offset)) ?? own
    }
  }

  fileprivate static var closed: LogFailure { .server(.lost("no connection")) }

  /// Runs the closure with the connection, under its lock; where that broke, once more with another.
  ///
  /// - Parameter isRepeatable: asked whether the closure may run once more.
  func withSession<Value: Sendable>(
    isRepeatable: @Sendable () -> Bool = { true },
    _ body: @Sendable (inout PostgresSession) throws(LogFailure) -> Value
  ) throws(LogFailure) -> Value {
    let isOwnDraft = isDraft.withLock { $0 }
    return try session.withLock { (session) throws(LogFailure) -> Value in
      do throws(LogFailure) {
        return try Self.lend(&session, to: body)
      } catch {
        guard error.isLostConnection, !isOwnDraft, isRepeatable() else { throw error }
        session = try Self.openedAgain(address)
        return try Self.lend(&session, to: body)
      }
    }
  }

  private static func lend<Value>(
    _ session: inout PostgresSession?, to body: (inout PostgresSession) throws(LogFailure) -> Value
  ) throws(LogFailure) -> Value {
    guard var open = session.take() else { throw closed }
    do throws(LogFailure) {
      let value = try body(&open)
      session = consume open
      return value
    } catch {
      session = consume open
      throw error
    }
  }

  /// Opens the ledger again, for as long as a server that goes away is waited for.
  private static func openedAgain(
    _ address: PostgresAddress
  ) throws(LogFailure) -> sending PostgresSession {
    for _ in 0..<(PostgresSession.timeout * 10) {
      do throws(LogFailure) { return try opened(address) } catch {
        switch error {
        case .server(.notConnected), .server(.lost): usleep(100_000)
        default: throw error
        }
      }
    }
    return try opened(address)
  }
}
