internal import Cryptography
internal import Events

/// The persons' keys, cached in memory, read from the store, or generated; and the transaction that
/// stores generated keys.
struct KeyRing: ~Copyable {
  enum Batch {
    /// No transaction is open.
    case none
    /// An open transaction contains the keys generated so far.
    case writing
    /// The transaction was rolled back: only ``rollback()`` is possible now.
    case failed(VaultFailure)
  }

  let store: KeyStore
  /// The master key is read from them again if another process has changed the vault.
  let files: VaultFiles
  var wrapper: KeyWrapper
  var cached: [Person: PersonKeys] = [:]
  /// The persons for whom nothing is opened or sealed, because the vault does not match the log.
  var mismatches = MismatchSet()
  private var seenVersion: Int64
  private var batch = Batch.none

  /// The largest number of cached key pairs, some 400 bytes each; the cache is emptied when it is
  /// full.
  private static var limit: Int { 65_536 }

  init(_ store: consuming KeyStore, _ files: VaultFiles) throws(VaultFailure) {
    let version = try store.dataVersion()
    let wrapper = try files.wrapper(fitting: store)
    seenVersion = version
    self.wrapper = wrapper
    self.store = store
    self.files = files
  }

  /// The person's keys; nil if they have none or were erased.
  ///
  /// - Throws: ``VaultFailure/behind(erasures:keys:)`` if the vault does not match the log for this
  ///   person; ``VaultFailure/altered(key:)``.
  mutating func existingKeys(of person: Person) throws(VaultFailure) -> PersonKeys? {
    try reloadIfChanged()
    try mismatches.refuse(person)
    if let keys = cached[person] { return keys }
    while let row = try store.usableKeys(of: person) {
      do throws(VaultFailure) {
        let keys = try wrapper.unwrap(row.wrapped, id: row.id, of: person)
        cache(keys, of: person)
        return keys
      } catch .altered(let key) {
        // Another process may have rotated the master key meanwhile: then both are read again.
        guard try reloadIfChanged() else { throw .altered(key: key) }
      }
    }
    return nil
  }

  /// The person's keys, generated if there are none; a transaction is then open until ``commit()``
  /// or ``rollback()``.
  ///
  /// - Throws: ``VaultFailure/erased(on:)`` if the person was erased, and as ``existingKeys(of:)``.
  mutating func keys(of person: Person) throws(VaultFailure) -> PersonKeys {
    if let keys = try existingKeys(of: person) { return keys }
    var isNewBatch = false
    if case .none = batch {
      try store.begin()
      batch = .writing
      isNewBatch = true
      // Another process may have generated them before this one got the lock.
      if let keys = try existingKeys(of: person) { return keys }
    }
    if case .failed(let failure) = batch { throw failure }
    if let erased = try store.erasure(of: person) {
      if isNewBatch { rollback() }
      throw .erased(on: erased.on)
    }
    let keys = try PersonKeys()
    let wrapped = try wrapper.wrap(keys, of: person)
    do throws(VaultFailure) {
      try store.insert(keys.id, of: person, wrapped)
    } catch {
      abort(error)
      throw error
    }
    cache(keys, of: person)
    return keys
  }

  /// The owner of a key; nil if the vault does not contain the key.
  func person(of key: KeyID) throws(VaultFailure) -> Person? {
    guard let text = try store.person(of: key) else { return nil }
    guard let person = Person(text) else { throw .damaged("a key is no one's") }
    return person
  }

  /// Whether a transaction with generated keys is open.
  var isInBatch: Bool { if case .none = batch { false } else { true } }

  mutating func commit() throws(VaultFailure) {
    switch batch {
    case .none: return
    case .failed(let failure): throw failure
    case .writing:
      do throws(VaultFailure) {
        try store.commit()
        batch = .none
      } catch {
        // A reader blocks the commit; the transaction is still open and can be committed later.
        if case .busy = error { throw error }
        abort(error)
        throw error
      }
    }
  }

  /// Discards the generated keys, and the cache with them.
  mutating func rollback() {
    if case .none = batch { return }
    store.rollback()
    cached = [:]
    batch = .none
  }

  /// Rolls back; every later use of the batch throws `failure`.
  private mutating func abort(_ failure: VaultFailure) {
    store.rollback()
    cached = [:]
    batch = .failed(failure)
  }

  private mutating func cache(_ keys: PersonKeys, of person: Person) {
    if cached.count >= Self.limit { cached = [:] }
    cached[person] = keys
  }

  /// Clears the cache and reads the master key again if another process has changed the keys: it
  /// may have destroyed a key, or rotated the master key.
  ///
  /// - Returns: whether they had changed.
  @discardableResult
  mutating func reloadIfChanged() throws(VaultFailure) -> Bool {
    let version = try store.dataVersion()
    guard version != seenVersion else { return false }
    cached = [:]
    wrapper = try files.wrapper(fitting: store)
    seenVersion = version
    return true
  }

  /// Runs the closure in a write transaction of its own, after committing an open batch.
  mutating func transaction(
    _ body: (borrowing KeyRing) throws(VaultFailure) -> Void
  ) throws(VaultFailure) {
    try commit()
    try store.begin()
    do throws(VaultFailure) {
      try reloadIfChanged()
      try body(self)
      try store.commit()
    } catch {
      store.rollback()
      throw error
    }
  }
}
