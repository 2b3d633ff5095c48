internal import Events
internal import SQLite

extension KeyStore {
  /// The known text sealed under the current master key, by which the key is recognised.
  ///
  /// - Throws: ``VaultFailure/damaged(_:)`` if it is missing.
  func masterCheck() throws(VaultFailure) -> Wrapped {
    let row = try mapErrors(timeout) { () throws(SQLiteFailure) -> Wrapped? in
      let statement = try Statement(
        "SELECT nonce, wrapped FROM master_check", on: database, isKept: false)
      guard try statement.step() else { return nil }
      return unsafe Wrapped(nonce: Array(statement.bytes(0)), bytes: Array(statement.bytes(1)))
    }
    guard let row else { throw .damaged("its check of the master key is missing") }
    return row
  }

  /// The id and the wrapped key pair of a person, or nil.
  func keys(of person: Person) throws(VaultFailure) -> (id: String, wrapped: Wrapped)? {
    try mapErrors(timeout) { () throws(SQLiteFailure) in
      try byPerson.bind(person.description, at: 1)
      guard try byPerson.step() else { return nil }
      defer { byPerson.reset() }
      return unsafe (
        byPerson.text(0),
        Wrapped(nonce: Array(byPerson.bytes(1)), bytes: Array(byPerson.bytes(2)))
      )
    }
  }

  /// The owner of a key, as in ``Person/description``; nil if the vault does not contain the key.
  func person(of key: KeyID) throws(VaultFailure) -> String? {
    try mapErrors(timeout) { () throws(SQLiteFailure) in
      try byKey.bind(key.text, at: 1)
      guard try byKey.step() else { return nil }
      defer { byKey.reset() }
      return byKey.text(0)
    }
  }

  func insert(_ key: KeyID, of person: Person, _ wrapped: Wrapped) throws(VaultFailure) {
    try mapErrors(timeout) { () throws(SQLiteFailure) in
      try insertion.bind(key.text, at: 1)
      try insertion.bind(person.description, at: 2)
      try insertion.bind(wrapped.nonce, at: 3)
      try insertion.bind(wrapped.bytes, at: 4)
      try insertion.run()
    }
  }

  /// A number that changes when another connection has changed the file (`PRAGMA data_version`).
  ///
  /// Cost: 6 µs outside a transaction.
  func dataVersion() throws(VaultFailure) -> Int64 {
    try mapErrors(timeout) { () throws(SQLiteFailure) in
      defer { version.reset() }
      return try version.step() ? version.integer(0) : 0
    }
  }
}

// MARK: Transactions

extension KeyStore {
  /// Begins a write transaction, which takes the file's only write lock.
  func begin() throws(VaultFailure) {
    try mapErrors(timeout) { () throws(SQLiteFailure) in try database.begin(.writing) }
  }

  /// Begins a read transaction, which prevents changes of the file until ``rollback()``.
  func beginReading() throws(VaultFailure) {
    try mapErrors(timeout) { () throws(SQLiteFailure) in try database.begin(.reading) }
    _ = try masterCheck()
  }

  /// Sets the connection's busy timeout.
  func setTimeout(seconds: Int) throws(VaultFailure) {
    try mapErrors(timeout) { () throws(SQLiteFailure) in
      try database.execute("PRAGMA busy_timeout = \(seconds * 1_000)")
    }
  }

  func commit() throws(VaultFailure) {
    try mapErrors(timeout) { () throws(SQLiteFailure) in try database.commit() }
  }

  func rollback() { database.rollback() }
}

extension Statement {
  func bind(_ bytes: [UInt8], at index: Int32) throws(SQLiteFailure) {
    try unsafe bytes.span.withUnsafeBytes { (buffer) throws(SQLiteFailure) in
      try unsafe bind(copying: buffer, at: index)
    }
  }
}

/// Runs `step`; maps an SQLite error to ``VaultFailure``.
///
/// - Parameter timeout: the connection's busy timeout, in seconds.
func mapErrors<Value: ~Copyable>(
  _ timeout: Int, _ step: () throws(SQLiteFailure) -> Value
) throws(VaultFailure) -> Value {
  do throws(SQLiteFailure) {
    return try step()
  } catch {
    throw VaultFailure(error, timeout: timeout)
  }
}
