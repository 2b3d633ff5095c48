internal import PostgreSQL

/// The persons' keys, in a file or on a server. Stores and returns wrapped keys; does no
/// cryptography.
struct KeyStore: ~Copyable {
  /// A sealed value and its nonce.
  struct Wrapped {
    let nonce: [UInt8]
    let bytes: [UInt8]
  }

  // Fields are destroyed in this order: statements before their connection.
  let byPerson: KeyStatement
  let usable: KeyStatement
  let byKey: KeyStatement
  let byDestroyed: KeyStatement
  let byErased: KeyStatement
  let insertion: KeyStatement
  let database: KeyDatabase
  let timeout: Int

  /// Opens a vault's file, and upgrades one of an older format.
  ///
  /// - Parameter timeout: how long to wait for another process's lock, in seconds.
  /// - Throws: as ``KeyFile/init(at:timeout:)``.
  init(at path: String, timeout: Int) throws(VaultFailure) {
    try self.init(.file(KeyFile(at: path, timeout: timeout)))
  }

  /// Opens the keys of a ledger on a server.
  ///
  /// - Parameter timeout: how long to wait for another process's lock, in seconds.
  /// - Throws: as ``KeyServer/open(_:timeout:)``.
  init(on address: PostgresAddress, timeout: Int) throws(VaultFailure) {
    try self.init(.server(KeyServer.open(address, timeout: timeout)))
  }

  init(_ database: consuming KeyDatabase) throws(VaultFailure) {
    let byPerson = try database.statement(
      "SELECT id, nonce, wrapped FROM person_key WHERE person = $1")
    let usable = try database.statement(
      """
      SELECT id, nonce, wrapped FROM person_key AS k WHERE person = $1
        AND NOT EXISTS (SELECT 1 FROM erased_person AS e WHERE e.person = k.person)
      """)
    let byKey = try database.statement("SELECT person FROM person_key WHERE id = $1")
    let byDestroyed = try database.statement("SELECT person FROM destroyed_key WHERE key = $1")
    let byErased = try database.statement(
      "SELECT key, event, erased_on, erased_at FROM erased_person WHERE person = $1")
    let insertion = try database.statement(
      "INSERT INTO person_key (id, person, nonce, wrapped) VALUES ($1, $2, $3, $4)")
    self.byPerson = byPerson
    self.usable = usable
    self.byKey = byKey
    self.byDestroyed = byDestroyed
    self.byErased = byErased
    self.insertion = insertion
    timeout = database.timeout
    self.database = database
  }

  /// Stores the known text sealed under the master key of a new vault. Call it in a transaction.
  func insert(check: Wrapped) throws(VaultFailure) {
    let insertion = try database.statement(
      "INSERT INTO master_check VALUES (1, $1, $2)", isKept: false)
    try insertion.bind(check.nonce, at: 1)
    try insertion.bind(check.bytes, at: 2)
    try insertion.run()
  }
}
