internal import PostgreSQL

/// The schema of a vault on a server, and a connection to it. For one thread at a time.
///
/// The single row of its table `change` is the write lock: a write transaction begins by counting
/// it up, so others wait for its end, and who has seen another number knows that something was
/// changed. A commit is durable when it returns (`synchronous_commit`), as far as the server's own
/// settings (`fsync`) let it.
///
/// A connection that was lost stays lost: every later call fails, and another vault is opened.
final class KeyServer {
  private enum Transaction { case none, reading, writing, broken }

  private let connection: PostgresConnection
  /// How long to wait for another connection's lock, in seconds.
  let timeout: Int
  /// The same for the next write transactions, as long as it is set.
  var waiting: Int
  private var transaction = Transaction.none
  /// In a write transaction: the number that it has written into `change`.
  private var number: Int64 = 0
  /// How many numbers this connection has made itself.
  private var own: Int64 = 0

  /// Connects, without looking whether there is a vault.
  ///
  /// - Throws: ``VaultFailure/server(_:_:)``.
  init(_ address: PostgresAddress, timeout: Int) throws(VaultFailure) {
    let settings = """
      SET client_encoding = 'UTF8'; SET synchronous_commit = on;
      SET default_transaction_isolation = 'read committed';
      SET lock_timeout = \(Self.milliseconds(timeout));
      SET search_path = \(PostgresConnection.quoted(Self.schema(of: address)))
      """
    let connection = try mapErrors(timeout) { () throws(PostgresFailure) in
      let connection = try PostgresConnection(Self.connecting(to: address))
      try connection.run(settings)
      return connection
    }
    self.connection = connection
    self.timeout = timeout
    waiting = timeout
  }

  /// The schema of a ledger's vault. No ledger has a schema of this name, which has a hyphen.
  static func schema(of address: PostgresAddress) -> String { address.name + "-vault" }

  /// The address with a limit to how long a connection is tried, unless it has one.
  private static func connecting(to address: PostgresAddress) -> String {
    let server = address.server
    if server.contains("connect_timeout=") { return server }
    return server + (server.contains("?") ? "&" : "?") + "connect_timeout=10"
  }

  /// For `lock_timeout`, of which 0 means for ever.
  private static func milliseconds(_ seconds: Int) -> Int { max(1, seconds * 1_000) }

  // MARK: Statements

  /// Runs statements without values.
  func run(_ sql: String) throws(VaultFailure) {
    do throws(PostgresFailure) { try connection.run(sql) } catch { throw failed(error) }
  }

  /// Runs one statement with values.
  func query(
    _ sql: String, _ values: [PostgresValue] = []
  ) throws(VaultFailure) -> PostgresResult {
    do throws(PostgresFailure) {
      return try connection.query(sql, values)
    } catch {
      throw failed(error)
    }
  }

  /// The server rolls a transaction back in which a statement has failed, whatever comes after.
  private func failed(_ failure: PostgresFailure) -> VaultFailure {
    if transaction != .none { transaction = .broken }
    return VaultFailure(failure, timeout: timeout)
  }

  // MARK: Transactions

  /// Cost: two round trips.
  ///
  /// - Throws: ``VaultFailure/busy(seconds:)`` after ``waiting`` seconds; no transaction is open
  ///   then.
  func begin() throws(VaultFailure) {
    do throws(VaultFailure) {
      try run(
        """
        BEGIN ISOLATION LEVEL READ COMMITTED;
        SET LOCAL lock_timeout = \(Self.milliseconds(waiting))
        """)
      transaction = .writing
      let row = try query("UPDATE change SET number = number + 1 RETURNING number")
      guard row.count == 1 else { throw .damaged("its change number is missing") }
      number = row.integer(0, 0)
    } catch {
      transaction = .broken
      rollback()
      throw error
    }
  }

  /// The lock is taken before the snapshot, so that the state read is no older than the lock.
  func beginReading() throws(VaultFailure) {
    do throws(VaultFailure) {
      try run(
        """
        BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
        LOCK TABLE master_check IN ACCESS SHARE MODE
        """)
      transaction = .reading
    } catch {
      transaction = .broken
      rollback()
      throw error
    }
  }

  /// Waits for the end of every ``beginReading()``, and lets none begin before the end of this
  /// write transaction.
  func excludeReaders() throws(VaultFailure) {
    try run("LOCK TABLE master_check IN ACCESS EXCLUSIVE MODE")
  }

  /// - Throws: ``VaultFailure``; whether the changes were made is not known if the connection was
  ///   lost just now.
  func commit() throws(VaultFailure) {
    guard transaction != .broken else {
      // The server would answer the COMMIT with a rollback, and no error.
      rollback()
      throw .server(.refused, "a statement of the transaction has failed")
    }
    try run("COMMIT")
    if transaction == .writing { own += 1 }
    transaction = .none
  }

  /// Does nothing outside a transaction.
  func rollback() {
    if transaction == .none { return }
    try? connection.run("ROLLBACK")
    transaction = .none
  }

  /// Marks a transaction in which the tables were made as one that writes.
  func hasBegun(at number: Int64) {
    transaction = .writing
    self.number = number
  }

  /// The number of changes by other connections.
  ///
  /// Cost: one round trip; nothing in a write transaction, during which nobody else changes
  /// anything.
  func dataVersion() throws(VaultFailure) -> Int64 {
    if transaction == .writing { return number - own - 1 }
    let row = try query("SELECT number FROM change")
    guard row.count == 1 else { throw .damaged("its change number is missing") }
    return row.integer(0, 0) - own
  }
}

/// Runs `step`; maps an error of libpq or the server to ``VaultFailure``.
///
/// - Parameter timeout: the connection's lock timeout, in seconds.
func mapErrors<Value: ~Copyable>(
  _ timeout: Int, _ step: () throws(PostgresFailure) -> Value
) throws(VaultFailure) -> Value {
  do throws(PostgresFailure) {
    return try step()
  } catch {
    throw VaultFailure(error, timeout: timeout)
  }
}
