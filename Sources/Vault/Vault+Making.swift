internal import Cryptography
internal import Files
internal import Glibc
internal import SQLite

extension Vault {
  /// The vault's files found at the path of a new ledger.
  public enum ExistingFiles: Sendable {
    /// Neither a vault nor a master key.
    case nothing
    /// A master key without a vault: it may open copies of the vault kept elsewhere.
    case masterKey
    /// A vault that its master key opens.
    case vault
  }

  /// Returns which of the vault's files exist at the path of a new ledger; changes nothing.
  ///
  /// - Throws: ``VaultFailure`` if they can neither be used nor ignored: a vault that cannot be
  ///   opened, an invalid master key, or a journal or the new key of a rotation without a vault.
  public static func existingFiles(beside ledger: String) throws(VaultFailure) -> ExistingFiles {
    let files = VaultFiles(ledger)
    if files.vault.exists {
      _ = try Vault(beside: ledger)
      return .vault
    }
    let journal = DurableFile(path: files.vault.path + "-journal")
    guard !files.nextMaster.exists, !journal.exists else { throw .alreadyThere }
    guard files.master.exists else { return .nothing }
    _ = try MasterKey.read(from: files.master)
    return .masterKey
  }

  /// Creates an empty vault and its master key, both durable when this returns.
  ///
  /// - Throws: ``VaultFailure/alreadyThere`` if one of the files exists, and the failures of the
  ///   files; nothing is left then.
  public static func create(beside ledger: String) throws(VaultFailure) {
    let master = try mapErrors { () throws(CryptographyFailure) in
      try SecretBytes(randomCount: 32)
    }
    try create(beside: ledger, under: master)
  }

  /// Creates an empty vault with a copy of the master key of another path.
  ///
  /// - Throws: as ``create(beside:)``, and if the master key cannot be read.
  public static func create(
    beside ledger: String, underMasterKeyBeside other: String
  ) throws(VaultFailure) {
    try create(beside: ledger, under: MasterKey.read(from: VaultFiles(other).master))
  }

  private static func create(
    beside ledger: String, under master: consuming SecretBytes
  ) throws(VaultFailure) {
    let files = VaultFiles(ledger)
    guard !files.vault.exists, !files.nextMaster.exists else { throw .alreadyThere }
    try MasterKey.write(master, to: files.master)
    do throws(VaultFailure) {
      try files.vault.createEmpty()
    } catch {
      files.master.remove()
      throw error
    }
    do throws(VaultFailure) {
      try KeyStore.create(
        at: files.vault.path, check: KeyWrapper(under: master).check(), timeout: 5)
      guard Database.randomizeChangeCounter(of: files.vault.path) else { throw .of(errno: errno) }
      try mapErrors(.vault) { () throws(FileFailure) in try files.vault.syncFolder() }
    } catch {
      files.vault.remove()
      DurableFile(path: files.vault.path + "-journal").remove()
      files.master.remove()
      throw error
    }
  }
}
