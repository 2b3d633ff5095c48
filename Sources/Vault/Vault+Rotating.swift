internal import Cryptography
internal import Events
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
  /// Costs a wrapping of each key, some microseconds, and a rewriting of the file.
  ///
  /// - Returns: how many keys were wrapped.
  /// - Throws: ``VaultFailure``; the vault then opens as before, or is rotated already.
  @discardableResult
  public func rotate() throws(VaultFailure) -> Int {
    try safe.withLock { (safe) throws(VaultFailure) in try safe.ring.rotate() }
  }

  /// Ends a rotation that was cut short, so that the master key that opens the vault stands at its own
  /// name (`.master`): to be called before the two files are copied. Does nothing else, and costs
  /// little where there is nothing to end.
  public func endRotation() throws(VaultFailure) {
    try safe.withLock { (safe) throws(VaultFailure) in
      try safe.ring.commit()
      try safe.ring.settle()
    }
  }
}

extension KeyRing {
  fileprivate mutating func rotate() throws(VaultFailure) -> Int {
    try commit()
    let count: Int
    do throws(VaultFailure) {
      count = try rewrap()
    } catch {
      // What was begun is cleared away, or ended: by what the vault says, not by what was thrown.
      store.rollback()
      try? settle()
      throw error
    }
    try settle()
    try store.writeAnew()
    return count
  }

  /// Wraps the keys under a new master key, which stands at ``VaultFiles/nextMaster`` then.
  private mutating func rewrap() throws(VaultFailure) -> Int {
    try store.begin()
    try files.settle(for: store)
    wrapping = try files.wrapping(fitting: store)
    let master = try ciphering { () throws(CryptographyFailure) in
      try SecretBytes(randomCount: 32)
    }
    try MasterKey.write(master, to: files.nextMaster)
    try files.nextMaster.syncFolder()
    // What is wrapped under is what can be read again.
    let next = try Wrapping(under: MasterKey.read(from: files.nextMaster))
    try store.replace(check: next.check())
    var count = 0
    var last = ""
    while case let rows = try store.keys(after: last), let end = rows.last {
      for row in rows {
        guard let person = Person(row.person) else { throw .damaged("a key is no one's") }
        let keys = try wrapping.unwrap(row.wrapped, id: row.id, of: person)
        try store.replace(try next.wrap(keys, of: person), of: person)
      }
      count += rows.count
      last = end.person
    }
    try store.commit()
    return count
  }

  /// Ends a rotation, while no other is under way.
  fileprivate mutating func settle() throws(VaultFailure) {
    try store.begin()
    defer { store.rollback() }
    try files.settle(for: store)
    wrapping = try files.wrapping(fitting: store)
  }
}
