internal import SQLite

/// The tables of a vault: in an SQLite file, or in a schema on a server.
///
/// One write transaction at a time changes them, whichever process began it.
enum KeyDatabase: ~Copyable {
  case file(KeyFile)
  case server(KeyServer)

  /// The connection to the server; nil for a file.
  var server: KeyServer? {
    switch self {
    case .file: nil
    case .server(let server): server
    }
  }

  /// How long to wait for another process's lock, in seconds.
  var timeout: Int {
    switch self {
    case .file(let file): file.timeout
    case .server(let server): server.timeout
    }
  }

  /// - Parameter isKept: whether it will be reused for long.
  func statement(
    _ sql: String, isKept: Bool = true
  ) throws(VaultFailure) -> KeyStatement {
    switch self {
    case .file(let file): try file.statement(sql, isKept: isKept)
    case .server(let server): KeyStatement(sql, on: server)
    }
  }

  /// Runs statements without values.
  func execute(_ sql: String) throws(VaultFailure) {
    switch self {
    case .file(let file): try file.execute(sql)
    case .server(let server): try server.run(sql)
    }
  }

  /// The first column of a query's first row; nil if there is no row.
  func integer(_ sql: String) throws(VaultFailure) -> Int64? {
    let row = try statement(sql, isKept: false)
    return try row.step() ? row.integer(0) : nil
  }

  // MARK: Transactions

  /// Begins a write transaction, which takes the only write lock.
  func begin() throws(VaultFailure) {
    switch self {
    case .file(let file):
      try mapErrors(timeout) { () throws(SQLiteFailure) in try file.database.begin(.writing) }
    case .server(let server): try server.begin()
    }
  }

  /// Begins a read transaction, of one state of the tables.
  func beginReading() throws(VaultFailure) {
    switch self {
    case .file(let file):
      try mapErrors(timeout) { () throws(SQLiteFailure) in try file.database.begin(.reading) }
    case .server(let server): try server.beginReading()
    }
  }

  /// Waits until no other connection's read transaction is open, and lets none begin before the
  /// end of this write transaction.
  func excludeReaders() throws(VaultFailure) {
    switch self {
    case .file: break  // Its commit does.
    case .server(let server): try server.excludeReaders()
    }
  }

  /// Makes the transaction's changes durable.
  func commit() throws(VaultFailure) {
    switch self {
    case .file(let file):
      try mapErrors(timeout) { () throws(SQLiteFailure) in try file.database.commit() }
    case .server(let server): try server.commit()
    }
  }

  /// Does nothing outside a transaction.
  func rollback() {
    switch self {
    case .file(let file): file.database.rollback()
    case .server(let server): server.rollback()
    }
  }

  /// Sets how long the next transaction waits for another process's lock.
  func setTimeout(seconds: Int) throws(VaultFailure) {
    switch self {
    case .file(let file): try file.execute("PRAGMA busy_timeout = \(seconds * 1_000)")
    case .server(let server): server.waiting = seconds
    }
  }

  /// A number that changes when another connection has changed the tables.
  func dataVersion() throws(VaultFailure) -> Int64 {
    switch self {
    case .file(let file): try file.dataVersion()
    case .server(let server): try server.dataVersion()
    }
  }

  // MARK: Space

  /// Writes the tables anew, without what was deleted.
  func vacuum() throws(VaultFailure) {
    switch self {
    case .file(let file): try file.execute("VACUUM")
    case .server(let server): try server.rewrite()
    }
  }

  /// About how many keys there is room for in what the tables take now.
  func roomForKeys() throws(VaultFailure) -> Int64 {
    switch self {
    case .file: (try integer("PRAGMA page_count") ?? 0) * 16
    case .server: try integer("SELECT pg_relation_size('person_key') / 192") ?? 0
    }
  }
}
