internal import Cryptography
internal import SQLite

extension Vault {
  /// Copies the vault of the ledger at this path, as it stands at one moment, into one file where there
  /// is nothing yet; its owner's alone, as the vault is. The master key is not needed, and not copied.
  ///
  /// A copy holds the keys that are erased later: it is destroyed then. A copy that is made after a copy
  /// of the log holds every key that log's events were sealed under, for a key is durable before the
  /// event, but those erased between the two, which no copy may hold.
  ///
  /// The copy is on the disk when this answers, its name in the folder not yet.
  ///
  /// - Throws: ``VaultFailure``; nothing is left at the path then.
  public static func copy(
    beside ledger: String, to path: String, patience: Int = 5
  ) throws(VaultFailure) {
    let files = VaultFiles(ledger)
    _ = try files.vault.checkedSize(as: .vault, missing: .missing)
    let store = try KeyStore(at: files.vault.path, patience: patience)
    let copied = OwnerOnlyFile(path: path)
    try copied.create(SecretBytes(copying: [UInt8]()))
    do throws(VaultFailure) {
      try telling(patience) { () throws(SQLiteFailure) in
        let copy = try Database(path, .readWrite, patience: Int32(patience) * 1000)
        try store.database.copy(into: copy)
      }
    } catch {
      copied.remove()
      OwnerOnlyFile(path: path + "-journal").remove()
      throw error
    }
  }

  /// Copies the master key of the ledger at this path into a file where there is nothing yet, its owner's
  /// alone. Beside a copy of the vault it opens everything: they are kept apart.
  ///
  /// - Throws: ``VaultFailure``; nothing is left at the path then.
  public static func copyMasterKey(
    beside ledger: String, to path: String
  ) throws(VaultFailure) {
    let key = try MasterKey.read(from: VaultFiles(ledger).master)
    try MasterKey.write(key, to: OwnerOnlyFile(path: path))
  }
}
