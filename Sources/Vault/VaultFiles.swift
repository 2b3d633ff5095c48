internal import Cryptography

/// Where a ledger's vault lies.
struct VaultFiles {
  let vault: OwnerOnlyFile
  let master: OwnerOnlyFile
  /// The master key that a rotation brings in, until it takes the old one's name.
  let nextMaster: OwnerOnlyFile

  init(_ ledger: String) {
    vault = OwnerOnlyFile(path: ledger + ".vault")
    master = OwnerOnlyFile(path: ledger + ".master")
    nextMaster = OwnerOnlyFile(path: ledger + ".master.new")
  }

  /// The vault's file and the journal SQLite may have left beside it.
  func removeVault() {
    vault.remove()
    OwnerOnlyFile(path: vault.path + "-journal").remove()
  }
}

extension Vault {
  /// Whether a vault or a master key lies beside the ledger at this path; either one forbids
  /// ``create(beside:)``.
  public static func exists(beside ledger: String) -> Bool {
    let files = VaultFiles(ledger)
    return files.vault.exists || files.master.exists || files.nextMaster.exists
  }

  /// Makes an empty vault and its master key, both durable when this answers.
  ///
  /// - Throws: ``VaultFailure/alreadyThere`` where one of the files exists, and the system's
  ///   failures; nothing is left behind then.
  public static func create(beside ledger: String) throws(VaultFailure) {
    guard !exists(beside: ledger) else { throw .alreadyThere }
    let files = VaultFiles(ledger)
    let master = try ciphering { () throws(CryptographyFailure) in
      try SecretBytes(randomCount: 32)
    }
    try MasterKey.write(master, to: files.master)
    do throws(VaultFailure) {
      try files.vault.create(SecretBytes(copying: [UInt8]()))
    } catch {
      files.master.remove()
      throw error
    }
    do throws(VaultFailure) {
      try KeyStore.create(
        at: files.vault.path, check: Wrapping(under: master).check(), patience: 5)
      try files.vault.syncFolder()
    } catch {
      files.removeVault()
      files.master.remove()
      throw error
    }
  }

  /// Removes a vault that nothing was sealed under: for who has just made it, and fails afterwards.
  ///
  /// Any other vault's texts are lost for ever.
  public static func remove(beside ledger: String) {
    let files = VaultFiles(ledger)
    files.removeVault()
    files.master.remove()
    files.nextMaster.remove()
  }
}
