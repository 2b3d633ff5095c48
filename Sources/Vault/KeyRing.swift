internal import Cryptography
internal import Events

/// The persons' keys: found in memory, in the file, or made; and the batch that makes them last.
struct KeyRing: ~Copyable {
  enum Batch {
    case none
    /// A transaction holds the keys made so far.
    case writing
    /// SQLite may have undone the transaction: only a rollback goes on from here.
    case failed(VaultFailure)
  }

  let store: KeyStore
  /// The master key's files, looked at again where another process has changed the vault.
  let files: VaultFiles
  var wrapping: Wrapping
  var unwrapped: [Person: PersonKeys] = [:]
  /// Those for whom the vault and the log do not match: nothing is opened or sealed for them.
  var mismatched = Mismatches()
  private var seenVersion: Int64
  private var batch = Batch.none

  /// The most key pairs kept in memory, some 400 bytes each.
  private static var limit: Int { 65_536 }

  init(_ store: consuming KeyStore, _ files: VaultFiles) throws(VaultFailure) {
    let version = try store.dataVersion()
    let wrapping = try files.wrapping(fitting: store)
    seenVersion = version
    self.wrapping = wrapping
    self.store = store
    self.files = files
  }

  /// The person's live keys; nil where the vault holds none, or where they were erased.
  ///
  /// - Throws: ``VaultFailure/behind(erasures:keys:)`` where the vault and the log do not match for them.
  mutating func existingKeys(of person: Person) throws(VaultFailure) -> PersonKeys? {
    try forgetIfChanged()
    try mismatched.refuse(person)
    if let keys = unwrapped[person] { return keys }
    while let row = try store.keys(of: person), try store.erasure(of: person) == nil {
      do throws(VaultFailure) {
        let keys = try wrapping.unwrap(row.wrapped, id: row.id, of: person)
        keep(keys, of: person)
        return keys
      } catch .altered(let key) {
        // A rotation may have come between the master key and the row: then both are read again.
        guard try forgetIfChanged() else { throw .altered(key: key) }
      }
    }
    return nil
  }

  /// The person's keys, made now if there are none.
  ///
  /// - Throws: ``VaultFailure/erased(on:)`` where they were destroyed: none are made again.
  mutating func keys(of person: Person) throws(VaultFailure) -> PersonKeys {
    if let keys = try existingKeys(of: person) { return keys }
    var isNewBatch = false
    if case .none = batch {
      try store.begin()
      batch = .writing
      isNewBatch = true
      // Another process may have made them before the lock was ours.
      if let keys = try existingKeys(of: person) { return keys }
    }
    if case .failed(let failure) = batch { throw failure }
    if let erased = try store.erasure(of: person) {
      if isNewBatch { rollback() }
      throw .erased(on: erased.on)
    }
    let keys = try PersonKeys()
    let wrapped = try wrapping.wrap(keys, of: person)
    do throws(VaultFailure) {
      try store.insert(keys.id, of: person, wrapped)
    } catch {
      fail(error)
      throw error
    }
    keep(keys, of: person)
    return keys
  }

  /// Whose key this is; nil where the vault does not hold it.
  func person(of key: KeyID) throws(VaultFailure) -> Person? {
    guard let text = try store.person(of: key) else { return nil }
    guard let person = Person(text) else { throw .damaged("a key is no one's") }
    return person
  }

  mutating func commit() throws(VaultFailure) {
    switch batch {
    case .none: return
    case .failed(let failure): throw failure
    case .writing:
      do throws(VaultFailure) {
        try store.commit()
        batch = .none
      } catch {
        // Held up by a reader, the transaction still stands and may be tried again.
        if case .busy = error { throw error }
        fail(error)
        throw error
      }
    }
  }

  mutating func rollback() {
    if case .none = batch { return }
    store.rollback()
    unwrapped = [:]
    batch = .none
  }

  private mutating func fail(_ failure: VaultFailure) {
    store.rollback()
    unwrapped = [:]
    batch = .failed(failure)
  }

  private mutating func keep(_ keys: PersonKeys, of person: Person) {
    if unwrapped.count >= Self.limit { unwrapped = [:] }
    unwrapped[person] = keys
  }

  /// Lets the kept keys go when another process has changed the file: it may have destroyed one, or
  /// wrapped them all under a new master key, under which a new one is to be wrapped too.
  ///
  /// - Returns: whether it has.
  @discardableResult
  mutating func forgetIfChanged() throws(VaultFailure) -> Bool {
    let version = try store.dataVersion()
    guard version != seenVersion else { return false }
    unwrapped = [:]
    wrapping = try files.wrapping(fitting: store)
    seenVersion = version
    return true
  }

  /// Changes the file in a transaction of its own; an open batch is committed before.
  mutating func change(
    _ body: (borrowing KeyRing) throws(VaultFailure) -> Void
  ) throws(VaultFailure) {
    try commit()
    try store.begin()
    do throws(VaultFailure) {
      try forgetIfChanged()
      try body(self)
      try store.commit()
    } catch {
      store.rollback()
      throw error
    }
  }
}
