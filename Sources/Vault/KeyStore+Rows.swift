internal import Events

extension KeyStore {
  /// The known text sealed under the current master key, by which the key is recognised.
  ///
  /// - Throws: ``VaultFailure/damaged(_:)`` if it is missing.
  func masterCheck() throws(VaultFailure) -> Wrapped {
    let row = try database.statement("SELECT nonce, wrapped FROM master_check", isKept: false)
    guard try row.step() else { throw .damaged("its check of the master key is missing") }
    return Wrapped(nonce: row.bytes(0), bytes: row.bytes(1))
  }

  /// The id and the wrapped key pair of a person, or nil.
  func keys(of person: Person) throws(VaultFailure) -> (id: String, wrapped: Wrapped)? {
    try Self.keys(of: person, by: byPerson)
  }

  /// The same of a person who was not erased; nil for one who was.
  func usableKeys(of person: Person) throws(VaultFailure) -> (id: String, wrapped: Wrapped)? {
    try Self.keys(of: person, by: usable)
  }

  private static func keys(
    of person: Person, by statement: borrowing KeyStatement
  ) throws(VaultFailure) -> (id: String, wrapped: Wrapped)? {
    try statement.bind(person.description, at: 1)
    guard try statement.step() else { return nil }
    defer { statement.reset() }
    return (statement.text(0), Wrapped(nonce: statement.bytes(1), bytes: statement.bytes(2)))
  }

  /// The owner of a key, as in ``Person/description``; nil if the vault does not contain the key.
  func person(of key: KeyID) throws(VaultFailure) -> String? {
    try byKey.bind(key.text, at: 1)
    guard try byKey.step() else { return nil }
    defer { byKey.reset() }
    return byKey.text(0)
  }

  func insert(_ key: KeyID, of person: Person, _ wrapped: Wrapped) throws(VaultFailure) {
    try insertion.bind(key.text, at: 1)
    try insertion.bind(person.description, at: 2)
    try insertion.bind(wrapped.nonce, at: 3)
    try insertion.bind(wrapped.bytes, at: 4)
    try insertion.run()
  }

  /// A number that changes when another connection has changed the keys.
  ///
  /// Cost: outside a transaction 6 µs for a file, and one round trip to a server.
  func dataVersion() throws(VaultFailure) -> Int64 { try database.dataVersion() }
}

// MARK: Transactions

extension KeyStore {
  /// Begins a write transaction, which takes the only write lock.
  func begin() throws(VaultFailure) { try database.begin() }

  /// Begins a read transaction until ``rollback()``. It reads one state of the keys, and no
  /// rotation of the master key ends meanwhile.
  func beginReading() throws(VaultFailure) {
    try database.beginReading()
    _ = try masterCheck()
  }

  /// Waits until no other connection's ``beginReading()`` is open, and lets none begin before the end
  /// of this write transaction.
  func excludeReaders() throws(VaultFailure) { try database.excludeReaders() }

  /// Sets how long the next transaction waits for another process's lock.
  func setTimeout(seconds: Int) throws(VaultFailure) {
    try database.setTimeout(seconds: seconds)
  }

  func commit() throws(VaultFailure) { try database.commit() }

  func rollback() { database.rollback() }
}
