internal import Cryptography
internal import Files
internal import Glibc
internal import SQLite

extension Vault {
  /// What lies beside a ledger that is to be made.
  public enum Remains: Sendable {
    /// Neither a vault nor a master key.
    case nothing
    /// A master key without its vault: copies of the vault, kept elsewhere, may open with it.
    case masterKey
    /// A vault that opens.
    case vault
  }

  /// Looks at what lies beside a ledger that is to be made; changes nothing.
  ///
  /// - Throws: ``VaultFailure`` where it can neither be used nor passed over: a vault that does not open,
  ///   a master key that is none, or the key that a rotation was bringing in, without its vault.
  public static func remains(beside ledger: String) throws(VaultFailure) -> Remains {
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

  /// Makes an empty vault and its master key, both durable when this returns.
  ///
  /// - Throws: ``VaultFailure/alreadyThere`` where one of the files exists, and the system's failures;
  ///   nothing is left behind then.
  public static func create(beside ledger: String) throws(VaultFailure) {
    let master = try mapErrors { () throws(CryptographyFailure) in
      try SecretBytes(randomCount: 32)
    }
    try create(beside: ledger, under: master)
  }

  /// Makes an empty vault under the master key that lies beside another path, and a copy of that key.
  ///
  /// - Throws: as ``create(beside:)``, and where the master key cannot be read.
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
        at: files.vault.path, check: Wrapping(under: master).check(), patience: 5)
      guard Database.beginChangesAnywhere(in: files.vault.path) else { throw .of(errno: errno) }
      try mapErrors(.vault) { () throws(FileFailure) in try files.vault.syncFolder() }
    } catch {
      files.vault.remove()
      DurableFile(path: files.vault.path + "-journal").remove()
      files.master.remove()
      throw error
    }
  }
}
