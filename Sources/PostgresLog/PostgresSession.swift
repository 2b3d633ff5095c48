internal import Cryptography
internal import EventLog
internal import Events
internal import PostgreSQL
internal import Synchronization
internal import TransparencyLog

/// What one connection to a ledger knows and does.
///
/// Not synchronised: used under the lock of ``PostgresLog``.
struct PostgresSession: ~Copyable {
  /// How long a lock is waited for, and a server that went away, in seconds.
  static let timeout = 5

  let connection: PostgresConnection
  /// The schema's name: the ledger's, or that of its draft.
  private(set) var schema: String
  let hash: TreeHash
  var tail = PostgresTail()
  /// Whether what led to ``tail`` is known to be on the server's disk.
  var isDurable = true
  /// The interned types; those of a transaction that was rolled back are forgotten with it (``End``).
  var types = TypeNames()
  /// Whether the server is a replica: it reads, and nobody writes to it.
  let isReplica: Bool
  /// How many of the next appends wait for their turn, because others append too.
  var turnsAwaited = 0
  var following = Following.no
  /// The names of the statements that the server has planned, by their text.
  private let plans = Mutex<[String: String]>([:])
  /// The entries that the batch being planned is compared with.
  var compared: [EventID: LogEntry] = [:]

  /// Whether this connection is notified of appends.
  enum Following {
    case no
    /// It listens, and nobody knows that yet.
    case listens
    /// Whoever appends knows of it, and notifies.
    case notified
  }

  private init(
    _ connection: consuming PostgresConnection, _ schema: String, _ hash: consuming TreeHash,
    isReplica: Bool
  ) {
    self.connection = connection
    self.schema = schema
    self.hash = hash
    self.isReplica = isReplica
  }

  /// Connects to a server and checks that its version is one that this program is tried with.
  static func connected(
    to server: String
  ) throws(LogFailure) -> PostgresConnection {
    let connection: PostgresConnection
    do throws(PostgresFailure) { connection = try PostgresConnection(server) } catch {
      throw error.kind == .pooled ? .server(.pooled) : .server(.notConnected(error.message))
    }
    guard connection.serverVersion >= PostgresSchema.oldestServer else {
      throw .server(
        .tooOld(found: connection.serverVersionName, oldest: PostgresSchema.oldestServerName))
    }
    return connection
  }

  /// Opens the ledger of a schema: checks that it is one, of an edition that this program knows.
  ///
  /// Cost: some round trips.
  static func opened(
    _ connection: consuming PostgresConnection, schema: String
  ) throws(LogFailure) -> PostgresSession {
    let isReplica = try prepare(connection, schema)
    var session = PostgresSession(
      connection, schema, try hashing(TreeHash.init), isReplica: isReplica)
    try session.prepareStatements()
    try session.refresh()
    return session
  }

  private func prepareStatements() throws(LogFailure) {
    try asking { () throws(PostgresFailure) in
      try connection.prepare("tail", PostgresTail.query)
      try connection.prepare("hold", PostgresSchema.hold)
      try connection.prepare("append", PostgresSchema.call)
      try connection.prepare("begin", "BEGIN")
      try connection.prepare("unflushed", "SET LOCAL synchronous_commit TO off")
      try connection.prepare("commit", "COMMIT")
      try connection.prepare("flush", PostgresSchema.flush)
    }
  }

  /// Checks the schema and sets the session up.
  ///
  /// - Returns: whether the server is a replica.
  static func prepare(
    _ connection: borrowing PostgresConnection, _ schema: String
  ) throws(LogFailure) -> Bool {
    try asking { () throws(PostgresFailure) in
      try connection.run(
        """
        SET search_path TO "\(schema)", pg_temp;
        SET default_transaction_isolation TO 'read committed';
        SET lock_timeout TO '\(timeout)s';
        SET plan_cache_mode TO force_generic_plan;
        SET synchronous_commit TO on
        """)
    }
    let found = try asking { () throws(PostgresFailure) in
      try connection.query(
        """
        SELECT obj_description(oid, 'pg_namespace'), pg_is_in_recovery(),
          has_schema_privilege(oid, 'USAGE')
        FROM pg_namespace WHERE nspname = $1
        """, [.text(schema)])
    }
    guard found.count == 1 else { throw .missing }
    let comment = found.text(0, 0)
    guard comment.hasPrefix(PostgresSchema.comment),
      let edition = Int(comment.dropFirst(PostgresSchema.comment.count))
    else { throw .notALedger }
    guard edition <= PostgresSchema.edition else {
      throw .newerFormat(found: edition, known: PostgresSchema.edition)
    }
    guard found.boolean(0, 2) else {
      throw .server(.notPermitted("no USAGE on schema \(schema)"))
    }
    return found.boolean(0, 1)
  }

  /// Gives the draft its ledger's name, with which it is found.
  mutating func publish(as name: String) throws(LogFailure) {
    let former = schema
    try asking { () throws(PostgresFailure) in
      try connection.run(PostgresSchema.publication(of: former, as: name))
    }
    schema = name
    try run("SET search_path TO \"\(name)\", pg_temp")
  }

  // MARK: Statements

  func run(_ sql: String) throws(LogFailure) {
    try asking { () throws(PostgresFailure) in try connection.run(sql) }
  }

  func rows(_ sql: String, _ values: [PostgresValue] = []) throws(LogFailure) -> PostgresResult {
    try asking { () throws(PostgresFailure) in try connection.query(sql, values) }
  }

  /// The rows of a statement that is asked again and again: the server plans it once for this connection.
  ///
  /// - Parameter sql: one of few texts.
  func planned(_ sql: String, _ values: [PostgresValue]) throws(LogFailure) -> PostgresResult {
    try asking { () throws(PostgresFailure) in
      if let name = plans.withLock({ $0[sql] }) { return try connection.execute(name, values) }
      let name = plans.withLock { "plan \($0.count)" }
      try connection.prepare(name, sql, values.map(\.kind))
      plans.withLock { $0[sql] = name }
      return try connection.execute(name, values)
    }
  }

  // MARK: The end of the log

  /// What is known of the end of the log, to be taken back where a transaction is rolled back.
  struct End {
    let tail: PostgresTail
    let types: TypeNames
  }

  var end: End {
    get { End(tail: tail, types: types) }
    set { (tail, types) = (newValue.tail, newValue.types) }
  }

  /// Reads the end of the log. What another connection has just committed is on the server's disk when this
  /// returns: nothing is answered from an event that the server could still lose.
  ///
  /// Cost: one round trip; one more where others have just appended.
  mutating func refresh() throws(LogFailure) {
    try take(try asking { () throws(PostgresFailure) in try connection.execute("tail") })
  }

  /// Keeps everybody else from appending until the end of the transaction, and reads the end of the log.
  ///
  /// - Parameter first: the names of prepared statements that are run before, in the same round trip.
  mutating func hold(after first: [String] = []) throws(LogFailure) {
    try take(
      try asking { () throws(PostgresFailure) in
        try connection.execute("hold", after: first, before: [])
      })
  }

  private mutating func take(_ found: consuming PostgresResult) throws(LogFailure) {
    guard found.count == 1, let read = PostgresTail(found, 0) else {
      throw .damaged("no end of the log")
    }
    guard read.last != tail.last || !isDurable else { return }
    try take(read)
    // A replica only has what its server has written to the disk.
    isDurable = isReplica || found.boolean(0, PostgresTail.isDurable)
    // A transaction awaits the disk when it is committed.
    if !isDurable, !connection.isInTransaction { try flush() }
  }

  /// Waits until all that was committed is on the server's disk.
  mutating func flush() throws(LogFailure) {
    _ = try asking { () throws(PostgresFailure) in try connection.execute("flush") }
    isDurable = true
  }

  /// Takes an end that the server answered; what is on its disk of it is not known.
  mutating func take(_ read: PostgresTail) throws(LogFailure) {
    // First: of an end that is known, the types are.
    if types.count != read.types { try readTypes() }
    tail = read
    isDurable = false
  }

  func node(_ address: NodeAddress) throws(LogFailure) -> Digest {
    guard let end = Int64(exactly: address.completingPosition) else {
      throw .damaged("no position \(address.completingPosition)")
    }
    let found = try rows(
      "SELECT substring(hashes FROM (32 * $2 + 1)::integer FOR 32) FROM event WHERE position = $1",
      [.integer(end), .integer(Int64(address.level))])
    guard found.count == 1, let node = unsafe Digest(found.bytes(0, 0)) else {
      throw .damaged("no hash of level \(address.level) at position \(end)")
    }
    return node
  }

  func head() throws(LogFailure) -> LogHead {
    let root = try hashing { () throws(CryptographyFailure) in try tail.tree.root(hash) }
    return LogHead(last: tail.last, lastRecordedAt: tail.recordedAt, root: root)
  }

  /// Asks to be notified of what is appended; while an append is under way nobody gets to know, and it is to be asked
  /// again.
  mutating func follow() throws(LogFailure) {
    if following == .no {
      try run("LISTEN \"\(schema)\"")
      following = .listens
    }
    if following == .listens {
      let found = try rows(
        "SELECT pg_try_advisory_lock_shared(\(PostgresSchema.followers(of: schema)))")
      if found.boolean(0, 0) { following = .notified }
    }
  }

  // MARK: Names of types

  mutating func readTypes() throws(LogFailure) {
    let found = try rows("SELECT key, name FROM type")
    types = TypeNames()
    for row in 0..<found.count { types.add(found.text(row, 1), key: found.integer(row, 0)) }
  }

  mutating func add(type: EventType, key: Int64) { types.add(type.rawValue, key: key) }
}

/// The interned names of types: they never change.
struct TypeNames {
  private var types: [Int64: EventType] = [:]
  private(set) var keys: [EventType: Int64] = [:]
  /// Names of types that this program does not know.
  private var unknown: [Int64: String] = [:]

  /// How many there are.
  var count: Int64 { Int64(types.count + unknown.count) }

  mutating func add(_ name: String, key: Int64) {
    if let type = EventType(rawValue: name) {
      (types[key], keys[type]) = (type, key)
    } else {
      unknown[key] = name
    }
  }

  /// All that this program knows, by key.
  var known: [Int64: EventType] { types }

  /// The type of a key.
  func type(_ key: Int64, at position: Position) throws(LogFailure) -> EventType {
    if let type = types[key] { return type }
    guard let name = unknown[key] else {
      throw .damaged("no name for the type at position \(position)")
    }
    throw .unreadable(position, ReadingFailure(.unknownType(name), path: ["type"]))
  }
}
