internal import CPostgres
internal import Glibc

/// A connection to a server. For one thread at a time.
///
/// The password comes from libpq's own means (`~/.pgpass`, `PGPASSWORD`, a service file), never from the address.
@safe public struct PostgresConnection: ~Copyable {
  let connection: OpaquePointer

  /// Connects; waits for 10 s at most unless the address says otherwise (`connect_timeout`).
  ///
  /// - Parameter server: an address as libpq reads it (``PostgresAddress/server``).
  /// - Throws: ``PostgresFailure`` of the kind `connection`; of the kind `pooled` where a pooler is between that is
  ///   not in session mode.
  public init(_ server: String) throws(PostgresFailure) {
    let connection = try unsafe Self.opened(server)
    if unsafe Self.isPooledByTransaction(connection, server) {
      unsafe PQfinish(connection)
      throw .pooled
    }
    unsafe self.connection = unsafe connection
  }

  /// Connects, without looking whether a pooler is between.
  private static func opened(_ server: String) throws(PostgresFailure) -> OpaquePointer {
    // Of two values for one parameter the later counts: the address comes after what is only a default.
    let settings = [
      ("connect_timeout", "10"), ("fallback_application_name", "acquis"), ("dbname", server),
      ("client_encoding", "UTF8"),
    ]
    let made: OpaquePointer? = unsafe Self.connect(
      settings.map { unsafe strdup($0.0) }, settings.map { unsafe strdup($0.1) })
    guard let connection = unsafe made else { throw unsafe PostgresFailure(of: nil) }
    guard unsafe PQstatus(connection) == CONNECTION_OK else {
      defer { unsafe PQfinish(connection) }
      throw unsafe PostgresFailure(of: connection)
    }
    // What ended a connection is quoted, so it is one sentence of the server's: no values, no text of functions.
    _ = unsafe PQsetErrorVerbosity(connection, PQERRORS_TERSE)
    _ = unsafe PQsetErrorContextVisibility(connection, PQSHOW_CONTEXT_NEVER)
    // Notices are the server's remarks, which nobody reads here.
    _ = unsafe PQsetNoticeReceiver(connection, { _, _ in }, nil)
    return unsafe connection
  }

  /// Whether a pooler is between that gives each transaction any connection of the server: PgBouncer, unless it is in
  /// session mode. There a statement might run under the settings that another client left, so in its ledger.
  ///
  /// Where the server's process is not the one that the connection was told of, a pooler is between. A transaction of
  /// another connection then gets the process that this one had, if it was given back; or others have taken it, and
  /// this one gets another.
  ///
  /// Cost: one round trip; five and a connection where a pooler is between.
  private static func isPooledByTransaction(_ connection: OpaquePointer, _ server: String) -> Bool {
    let process = unsafe process(of: connection)
    guard process != nil, unsafe process != PQbackendPID(connection) else { return false }
    guard let other = try? unsafe opened(server) else { return false }
    defer { unsafe PQfinish(other) }
    let begun: OpaquePointer? = unsafe PQexec(other, "BEGIN")
    defer { unsafe PQclear(begun) }
    // In statement mode there are no transactions.
    guard unsafe PQresultStatus(begun) == PGRES_COMMAND_OK else { return true }
    let others = unsafe Self.process(of: other)
    return unsafe others == process || Self.process(of: connection) != process
  }

  /// The server's process that a statement runs in.
  private static func process(of connection: OpaquePointer) -> Int32? {
    let found: OpaquePointer? = unsafe PQexec(connection, "SELECT pg_backend_pid()")
    defer { unsafe PQclear(found) }
    guard unsafe PQntuples(found) == 1, let text = unsafe PQgetvalue(found, 0, 0) else {
      return nil
    }
    return Int32(unsafe String(cString: text))
  }

  /// Connects and frees the copies of the parameters.
  private static func connect(
    _ names: [UnsafeMutablePointer<CChar>?], _ values: [UnsafeMutablePointer<CChar>?]
  ) -> OpaquePointer? {
    let copies = unsafe names + values
    defer { for index in unsafe copies.indices { unsafe free(copies[index]) } }
    let (keys, texts) = unsafe (
      names.map { unsafe UnsafePointer($0) } + [nil],
      values.map { unsafe UnsafePointer($0) } + [nil]
    )
    return unsafe PQconnectdbParams(keys, texts, 1)
  }

  deinit { unsafe PQfinish(connection) }

  /// As 150018 for 15.18.
  public var serverVersion: Int { Int(unsafe PQserverVersion(connection)) }

  /// The server's version in words, as `15.18`.
  public var serverVersionName: String {
    unsafe PQparameterStatus(connection, "server_version").map { unsafe String(cString: $0) } ?? ""
  }

  /// Whether the connection is there, as far as is known without asking.
  public var isOpen: Bool { unsafe PQstatus(connection) == CONNECTION_OK }

  /// Whether a transaction has begun and not ended.
  public var isInTransaction: Bool {
    unsafe PQtransactionStatus(connection) != PQTRANS_IDLE
  }

  /// A text as an identifier in a statement.
  public static func quoted(_ name: String) -> String {
    "\"\(name.replacing("\"", with: "\"\""))\""
  }

  /// Runs statements without values.
  public func run(_ sql: String) throws(PostgresFailure) {
    guard let result = unsafe PQexec(connection, sql) else {
      throw unsafe PostgresFailure(of: connection)
    }
    defer { unsafe PQclear(result) }
    switch unsafe PQresultStatus(result) {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_EMPTY_QUERY: return
    default: throw unsafe failure(of: result, hasValues: false)
    }
  }

  /// Runs one statement with values, `$1` being the first.
  ///
  /// - Returns: its rows, in binary form.
  public func query(
    _ sql: String, _ values: [PostgresValue] = []
  ) throws(PostgresFailure) -> PostgresResult {
    let sent = SentValues(values)
    let found: OpaquePointer? = unsafe sent.withPointers { pointers in
      unsafe PQexecParams(
        connection, sql, Int32(values.count), sent.types, pointers, sent.lengths, sent.formats, 1)
    }
    return try unsafe rows(found, hasValues: !values.isEmpty)
  }

  /// Parses a statement once, to be run by its name.
  public func prepare(_ name: String, _ sql: String, _ types: [PostgresValue.Kind] = [])
    throws(PostgresFailure)
  {
    let found = unsafe PQprepare(connection, name, sql, Int32(types.count), types.map(\.rawValue))
    _ = try unsafe rows(found, hasValues: false)
  }

  /// Runs a statement that was prepared.
  public func execute(
    _ name: String, _ values: [PostgresValue] = []
  ) throws(PostgresFailure) -> PostgresResult {
    let sent = SentValues(values)
    let found: OpaquePointer? = unsafe sent.withPointers { pointers in
      unsafe PQexecPrepared(
        connection, name, Int32(values.count), pointers, sent.lengths, sent.formats, 1)
    }
    return try unsafe rows(found, hasValues: !values.isEmpty)
  }

  /// The rows of a result; frees it if it is a failure.
  func rows(_ found: OpaquePointer?, hasValues: Bool) throws(PostgresFailure) -> PostgresResult {
    guard let result = unsafe found else { throw unsafe PostgresFailure(of: connection) }
    switch unsafe PQresultStatus(result) {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK: return unsafe PostgresResult(result)
    default:
      defer { unsafe PQclear(result) }
      throw unsafe failure(of: result, hasValues: hasValues)
    }
  }

  /// The failure of a statement; that of the connection if it broke.
  private func failure(of result: OpaquePointer, hasValues: Bool) -> PostgresFailure {
    let failure = unsafe PostgresFailure(of: result, hasValues: hasValues)
    return failure.state.isEmpty && !isOpen ? unsafe PostgresFailure(of: connection) : failure
  }
}
