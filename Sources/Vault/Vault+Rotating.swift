internal import Cryptography
internal import Events
internal import Files
internal import Synchronization

extension Vault {
  /// Wraps every key under a new master key, and lets the old one go.
  ///
  /// The new master key lies beside the old one (`.master.new`), on the disk and read back, before the
  /// vault is changed; the vault changes in one transaction; then the new key takes the old one's
  /// name. So whenever this is cut short, exactly one of the two files opens the vault, and is found;
  /// the next rotation ends what was left. Other processes go on: they look the master key up again.
  ///
  /// Copies of the vault made before open with the old master key only.
  ///
  /// A key whose row was altered opens under neither: it is left as it is, for a copy of its row may
  /// still be put back where the old master key was kept.
  ///
  /// Costs a wrapping of each key, some microseconds, and a rewriting of the file.
  ///
  /// - Throws: ``VaultFailure``; the vault then opens as before, or is rotated already.
  @discardableResult
  public func rotate() throws(VaultFailure) -> Rotation {
    try unlocked.withLock { (unlocked) throws(VaultFailure) in try unlocked.ring.rotate() }
  }
}

/// What a rotation did.
public struct Rotation: Equatable, Sendable {
  /// How many keys are under the new master key.
  public internal(set) var keys = 0
  /// How many keys do not open, and were left as they are.
  public internal(set) var damaged = 0
}

extension KeyRing {
  fileprivate mutating func rotate() throws(VaultFailure) -> Rotation {
    try commit()
    let rotation: Rotation
    do throws(VaultFailure) {
      rotation = try rewrap()
    } catch {
      // What was begun is cleared away, or ended: by what the vault says, not by what was thrown.
      store.rollback()
      try? settle()
      throw error
    }
    try settle()
    try store.writeAnew()
    return rotation
  }

  /// Wraps the keys under a new master key, which stands at ``VaultFiles/nextMaster`` then.
  private mutating func rewrap() throws(VaultFailure) -> Rotation {
    guard !files.master.isElsewhere else { throw .masterKeyLinked }
    try store.begin()
    try files.settle(for: store)
    wrapping = try files.wrapping(fitting: store)
    let master = try mapErrors { () throws(CryptographyFailure) in
      try SecretBytes(randomCount: 32)
    }
    try MasterKey.write(master, to: files.nextMaster)
    try mapErrors(.master) { () throws(FileFailure) in try files.nextMaster.syncFolder() }
    // What is wrapped under is what can be read again.
    let next = try Wrapping(under: MasterKey.read(from: files.nextMaster))
    try store.replace(check: next.check())
    var rotation = Rotation()
    var last = ""
    while case let rows = try store.keys(after: last), let end = rows.last {
      for row in rows {
        guard let keys = try unwrapped(row) else {
          rotation.damaged += 1
          continue
        }
        try store.replace(try next.wrap(keys.keys, of: keys.person), of: keys.person)
        rotation.keys += 1
      }
      last = end.person
    }
    try store.commit()
    return rotation
  }

  /// The keys of a row; nil where it was altered.
  private func unwrapped(
    _ row: (person: String, id: String, wrapped: KeyStore.Wrapped)
  ) throws(VaultFailure) -> (keys: PersonKeys, person: Person)? {
    guard let person = Person(row.person) else { return nil }
    do throws(VaultFailure) {
      return (try wrapping.unwrap(row.wrapped, id: row.id, of: person), person)
    } catch .altered {
      return nil
    }
  }

  /// Ends a rotation, while no other is under way.
  fileprivate mutating func settle() throws(VaultFailure) {
    try store.begin()
    defer { store.rollback() }
    try files.settle(for: store)
    wrapping = try files.wrapping(fitting: store)
  }
}
