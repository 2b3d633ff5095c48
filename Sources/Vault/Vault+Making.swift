internal import Cryptography
internal import Files
internal import Glibc
internal import PostgreSQL
internal import SQLite

extension Vault {
  /// What there is of a vault at the place of a new ledger's.
  public enum ExistingFiles: Sendable {
    /// Neither a vault nor a master key.
    case nothing
    /// A master key without a vault: it may open copies of the vault kept elsewhere.
    case masterKey
    /// A vault that its master key opens.
    case vault
  }

  /// Returns what there is of a vault at the place of a new ledger's; changes nothing.
  ///
  /// - Throws: ``VaultFailure`` if it can neither be used nor ignored: a vault that cannot be
  ///   opened, an invalid master key, or a journal or the new key of a rotation without a vault; and
  ///   if the server cannot be asked.
  public static func existing(
    at place: VaultPlace, timeout: Int = 5
  ) throws(VaultFailure) -> ExistingFiles {
    let files = VaultFiles(place)
    if try files.hasKeys(timeout: timeout) {
      _ = try Vault(at: place, timeout: timeout)
      return .vault
    }
    let hasJournal =
      files.server == nil && DurableFile(path: files.vault.path + "-journal").exists
    guard !files.nextMaster.exists, !hasJournal else { throw .alreadyThere }
    guard files.master.exists else { return .nothing }
    _ = try MasterKey.read(from: files.master)
    return .masterKey
  }

  /// Returns which of the files of a vault exist at the path of a new ledger; changes nothing.
  ///
  /// - Throws: as ``existing(at:timeout:)``.
  public static func existingFiles(beside ledger: String) throws(VaultFailure) -> ExistingFiles {
    try existing(at: .beside(ledger))
  }

  /// Creates an empty vault and its master key, both durable when this returns.
  ///
  /// On a server the schema is the role's of the address, and no other role has rights on it.
  ///
  /// - Throws: ``VaultFailure/alreadyThere`` if one of them exists, and the failures of the files
  ///   and of the server; nothing is left then.
  public static func create(at place: VaultPlace, timeout: Int = 5) throws(VaultFailure) {
    let master = try mapErrors { () throws(CryptographyFailure) in
      try SecretBytes(randomCount: 32)
    }
    try create(at: place, under: master, isWritten: true, timeout)
  }

  /// Creates an empty vault with a copy of the master key of another path, or under the one that is at its own.
  ///
  /// - Throws: as ``create(at:timeout:)``, and if the master key cannot be read.
  public static func create(
    at place: VaultPlace, underMasterKeyBeside other: String, timeout: Int = 5
  ) throws(VaultFailure) {
    try create(
      at: place, under: MasterKey.read(from: VaultFiles(.beside(other)).master),
      isWritten: other != place.files, timeout)
  }

  /// Creates an empty vault with its keys in a file.
  public static func create(beside ledger: String) throws(VaultFailure) {
    try create(at: .beside(ledger))
  }

  /// Creates an empty vault with its keys in a file and a copy of the master key of another path.
  public static func create(
    beside ledger: String, underMasterKeyBeside other: String
  ) throws(VaultFailure) {
    try create(at: .beside(ledger), underMasterKeyBeside: other)
  }

  private static func create(
    at place: VaultPlace, under master: consuming SecretBytes, isWritten: Bool, _ timeout: Int
  ) throws(VaultFailure) {
    let files = VaultFiles(place)
    guard try !files.hasKeys(timeout: timeout), !files.nextMaster.exists else {
      throw .alreadyThere
    }
    if isWritten { try MasterKey.write(master, to: files.master) }
    do throws(VaultFailure) {
      let check = try KeyWrapper(under: master).check()
      if let server = files.server {
        // The key's file is durable before the keys that only it opens.
        try mapErrors(.master) { () throws(FileFailure) in try files.master.syncFolder() }
        let store = try KeyStore(.server(.beginCreating(server, timeout: timeout)))
        try store.insert(check: check)
        try commit(store, at: server, timeout)
      } else {
        try createFile(files.vault, check, timeout)
      }
    } catch {
      if isWritten { files.master.remove() }
      throw error
    }
  }

  /// Commits a new schema. If the connection is lost just then, the server is asked whether it is
  /// there: its master key must not be removed.
  private static func commit(
    _ store: borrowing KeyStore, at server: PostgresAddress, _ timeout: Int
  ) throws(VaultFailure) {
    do throws(VaultFailure) {
      try store.commit()
    } catch {
      guard case .server(.unreachable, _) = error,
        (try? KeyServer.wasMade(server, timeout: timeout)) == true
      else { throw error }
    }
  }

  private static func createFile(
    _ vault: DurableFile, _ check: KeyStore.Wrapped, _ timeout: Int
  ) throws(VaultFailure) {
    try vault.createEmpty()
    do throws(VaultFailure) {
      try KeyFile.create(at: vault.path, timeout: timeout, check)
      guard Database.randomizeChangeCounter(of: vault.path) else { throw .of(errno: errno) }
      try mapErrors(.vault) { () throws(FileFailure) in try vault.syncFolder() }
    } catch {
      vault.remove()
      DurableFile(path: vault.path + "-journal").remove()
      throw error
    }
  }
}

// MARK: From another vault

extension Vault {
  /// Creates a vault with all that a vault with its keys in a file contains, under the same master
  /// key, which is copied beside the new ledger unless the paths are the same.
  ///
  /// The vault in the file is not changed; an interrupted rotation is completed. Its write lock is
  /// held meanwhile, but whoever has it open goes on using it afterwards: end them first.
  ///
  /// Cost: some ten microseconds a key and a row of the index of names.
  ///
  /// - Parameters:
  ///   - place: mostly a place on a server; a file is a copy.
  ///   - other: the path beside which the vault with its master key is.
  /// - Throws: ``VaultFailure/alreadyThere``, and the failures of both; nothing is left at the place
  ///   then.
  public static func create(
    at place: VaultPlace, from other: String, timeout: Int = 5
  ) throws(VaultFailure) {
    let files = VaultFiles(place)
    let source = VaultFiles(.beside(other))
    guard let server = files.server else {
      guard !files.nextMaster.exists else { throw .alreadyThere }
      _ = try copy(
        beside: other, to: files.vault.path, masterTo: files.master.path, timeout: timeout)
      return try mapErrors(.vault) { () throws(FileFailure) in try files.vault.syncFolder() }
    }
    let isSameKey = place.files == other
    guard isSameKey || !files.master.exists && !files.nextMaster.exists else {
      throw .alreadyThere
    }
    let old = try source.store(timeout: timeout)
    try old.begin()
    defer { old.rollback() }
    try source.finishRotation(for: old)
    let key = try source.key(fitting: old)
    if !isSameKey { try MasterKey.write(key, to: files.master) }
    do throws(VaultFailure) {
      try mapErrors(.master) { () throws(FileFailure) in try files.master.syncFolder() }
      let new = try KeyStore(.server(.beginCreating(server, timeout: timeout)))
      try old.copyRows(into: new)
      try KeyWrapper(under: key).verify(new.masterCheck())
      try commit(new, at: server, timeout)
    } catch {
      if !isSameKey { files.master.remove() }
      throw error
    }
  }

  /// Removes a vault that the caller has just created, with its master key, because the rest of its
  /// ledger could not be. All its keys are destroyed.
  ///
  /// - Parameter keepsMasterKey: whether the master key was there before.
  /// - Throws: ``VaultFailure`` if the vault cannot be opened with the master key beside it: it is
  ///   another one. Nothing is removed then.
  public static func removeCreated(
    at place: VaultPlace, keepsMasterKey: Bool = false, timeout: Int = 5
  ) throws(VaultFailure) {
    let files = VaultFiles(place)
    do {
      let store = try files.store(timeout: timeout)
      _ = try files.key(fitting: store)
      if let address = files.server, let server = store.database.server {
        try server.drop(address)
      }
    }
    if files.server == nil {
      files.vault.remove()
      DurableFile(path: files.vault.path + "-journal").remove()
    }
    if !keepsMasterKey { files.master.remove() }
  }
}

extension VaultFiles {
  /// Whether there is a file or a schema of this vault, or of something else in its place.
  fileprivate func hasKeys(timeout: Int) throws(VaultFailure) -> Bool {
    if let server { return try KeyServer.exists(server, timeout: timeout) }
    return vault.exists
  }
}
