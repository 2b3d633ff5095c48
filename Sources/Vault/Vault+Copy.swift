internal import Cryptography
internal import Files
internal import SQLite

extension Vault {
  /// Copies the vault of the ledger at this path, as it stands at one moment, into one file where there
  /// is nothing yet, its owner's alone as the vault is; and, where that is asked for, the master key that
  /// opens it into another. Beside each other the two open everything: they are kept apart.
  ///
  /// Both are copied while nobody writes to the vault, after a rotation that was cut short is ended, and
  /// the copy is opened with the key before this returns: so the two fit, whatever goes on meanwhile.
  ///
  /// A copy holds the keys that are erased later: it is destroyed then. A copy that is made after a copy
  /// of the log holds every key that log's events were sealed under, for a key is durable before the
  /// event, but those erased between the two, which no copy may hold.
  ///
  /// The copies are on the disk when this returns, their names in the folder not yet.
  ///
  /// - Parameter master: where the master key is copied to; nil: nowhere.
  /// - Returns: whether the copy was opened: without a master key of its own beside the ledger it cannot
  ///   be, and is then copied all the same, unless that key is asked for.
  /// - Throws: ``VaultFailure``; nothing is left at the paths then.
  public static func copy(
    beside ledger: String, to path: String, masterTo master: String? = nil, patience: Int = 5
  ) throws(VaultFailure) -> Bool {
    let files = VaultFiles(ledger)
    _ = try files.vault.checkedSize(as: .vault, missing: .missing)
    let store = try KeyStore(at: files.vault.path, patience: patience)
    try store.begin()
    defer { store.rollback() }
    let key = try key(of: files, for: store, isNeeded: master != nil)
    let copied = DurableFile(path: path)
    try copied.createEmpty()
    do throws(VaultFailure) {
      try copyPages(of: files.vault, to: copied, patience)
      guard let key else { return false }
      try Wrapping(under: key.part(0..<key.count))
        .verify(KeyStore(at: path, patience: patience).masterCheck())
      if let master { try MasterKey.write(key, to: DurableFile(path: master)) }
      return true
    } catch {
      copied.remove()
      DurableFile(path: path + "-journal").remove()
      throw error
    }
  }

  /// The master key that opens a vault whose lock is held; nil where there is none and it may lack.
  private static func key(
    of files: VaultFiles, for store: borrowing KeyStore, isNeeded: Bool
  ) throws(VaultFailure) -> SecretBytes? {
    do throws(VaultFailure) {
      try files.settle(for: store)
      return try files.key(fitting: store)
    } catch {
      switch error {
      case .masterKeyMissing, .wrongMasterKey, .notAMasterKey:
        if isNeeded { throw error }
        return nil
      default: throw error
      }
    }
  }

  private static func copyPages(
    of vault: DurableFile, to copied: DurableFile, _ patience: Int
  ) throws(VaultFailure) {
    try mapErrors(patience) { () throws(SQLiteFailure) in
      // Another connection than the one that holds the lock: SQLite copies from none that may write.
      let source = try Database(vault.path, .readOnly, patience: Int32(patience) * 1000)
      let copy = try Database(copied.path, .readWrite, patience: Int32(patience) * 1000)
      try source.copy(into: copy)
    }
  }
}
