internal import Cryptography
internal import Events
internal import Files
internal import Synchronization

extension Vault {
  /// Generates a new master key, wraps every key under it, and deletes the old one. The index of names is
  /// emptied; the next search makes it again under new keys.
  ///
  /// The new master key is written to `<ledger>.master.new`, synced and read back before the vault
  /// is changed; the vault is changed in one transaction; then the new key's file is renamed to
  /// `<ledger>.master`. Whenever this is interrupted, exactly one of the two files opens the vault
  /// and is used; the next rotation completes it. Other processes can continue: they read the
  /// master key again.
  ///
  /// Copies of the vault made before the rotation need the old master key.
  ///
  /// A key whose row was altered cannot be unwrapped. Its row is not changed, because an intact
  /// copy of the row may still be restored if the old master key was kept.
  ///
  /// Cost: some microseconds a key, and rewriting the file or the tables.
  ///
  /// - Throws: ``VaultFailure``; the vault is then unchanged, or already rotated.
  @discardableResult
  public func rotate() throws(VaultFailure) -> Rotation {
    try state.withLock { (vault) throws(VaultFailure) in try vault.ring.rotate() }
  }
}

/// The result of a rotation.
public struct Rotation: Equatable, Sendable {
  /// The number of keys wrapped under the new master key.
  public internal(set) var keys = 0
  /// The number of keys that could not be unwrapped and were not changed.
  public internal(set) var damaged = 0
}

extension KeyRing {
  fileprivate mutating func rotate() throws(VaultFailure) -> Rotation {
    try commit()
    let rotation: Rotation
    do throws(VaultFailure) {
      rotation = try rewrap()
    } catch {
      // The vault's content decides whether the new key is deleted or takes effect, not the error.
      store.rollback()
      try? finishRotation()
      throw error
    }
    try finishRotation()
    try store.vacuum()
    return rotation
  }

  /// Wraps the keys under a new master key in ``VaultFiles/nextMaster``, and commits.
  private mutating func rewrap() throws(VaultFailure) -> Rotation {
    guard !files.master.isLinked else { throw .masterKeyLinked }
    try store.begin()
    try files.finishRotation(for: store)
    wrapper = try files.wrapper(fitting: store)
    let master = try mapErrors { () throws(CryptographyFailure) in
      try SecretBytes(randomCount: 32)
    }
    try MasterKey.write(master, to: files.nextMaster)
    try mapErrors(.master) { () throws(FileFailure) in try files.nextMaster.syncFolder() }
    // Use the key as it was read back from the file.
    let next = try KeyWrapper(under: MasterKey.read(from: files.nextMaster))
    try store.replace(check: next.check())
    // Who has the old master key could try names on an index under the same keys.
    try store.emptyNames()
    var rotation = Rotation()
    var last = ""
    while case let rows = try store.keys(after: last), let end = rows.last {
      var rewrapped: [(person: Person, wrapped: KeyStore.Wrapped)] = []
      for row in rows {
        guard let keys = try unwrap(row) else {
          rotation.damaged += 1
          continue
        }
        rewrapped.append((keys.person, try next.wrap(keys.keys, of: keys.person)))
      }
      try store.replace(rewrapped)
      rotation.keys += rewrapped.count
      last = end.person
    }
    // Whoever still reads the old check needs the old key's file, which is then replaced.
    try store.excludeReaders()
    try store.commit()
    return rotation
  }

  /// The keys of a row; nil if the row was altered.
  private func unwrap(
    _ row: KeyStore.KeyRow
  ) throws(VaultFailure) -> (keys: PersonKeys, person: Person)? {
    guard let person = Person(row.person) else { return nil }
    do throws(VaultFailure) {
      return (try wrapper.unwrap(row.wrapped, id: row.id, of: person), person)
    } catch .altered {
      return nil
    }
  }

  /// Completes or undoes an interrupted rotation, under the vault's write lock.
  fileprivate mutating func finishRotation() throws(VaultFailure) {
    try store.begin()
    defer { store.rollback() }
    try files.finishRotation(for: store)
    wrapper = try files.wrapper(fitting: store)
  }
}
