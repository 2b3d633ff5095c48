internal import Cryptography
internal import Events

/// The persons' keys: found in memory, in the file, or made; and the batch that makes them last.
struct KeyRing: ~Copyable {
  private enum Batch {
    case none
    /// A transaction holds the keys made so far.
    case writing
    /// SQLite may have undone the transaction: only a rollback goes on from here.
    case failed(VaultFailure)
  }

  private let store: KeyStore
  private let wrapping: Wrapping
  private var unwrapped: [Person: PersonKeys] = [:]
  private var seenVersion: Int64
  private var batch = Batch.none

  /// The most key pairs kept in memory, some 400 bytes each.
  private static var limit: Int { 65_536 }

  init(_ store: consuming KeyStore, _ wrapping: consuming Wrapping) throws(VaultFailure) {
    try wrapping.verify(store.masterCheck())
    seenVersion = try store.dataVersion()
    self.store = store
    self.wrapping = wrapping
  }

  /// The person's live keys; nil where the vault holds none.
  mutating func existingKeys(of person: Person) throws(VaultFailure) -> PersonKeys? {
    try forgetIfChanged()
    if let keys = unwrapped[person] { return keys }
    guard let row = try store.keys(of: person) else { return nil }
    let keys = try wrapping.unwrap(row.wrapped, id: row.id, of: person)
    keep(keys, of: person)
    return keys
  }

  /// The person's keys, made now if there are none.
  mutating func keys(of person: Person) throws(VaultFailure) -> PersonKeys {
    if let keys = try existingKeys(of: person) { return keys }
    if case .none = batch {
      try store.begin()
      batch = .writing
      // Another process may have made them before the lock was ours.
      if let keys = try existingKeys(of: person) { return keys }
    }
    if case .failed(let failure) = batch { throw failure }
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

  /// Lets the kept keys go when another process has changed the file: it may have destroyed one.
  private mutating func forgetIfChanged() throws(VaultFailure) {
    let version = try store.dataVersion()
    guard version != seenVersion else { return }
    seenVersion = version
    unwrapped = [:]
  }
}
