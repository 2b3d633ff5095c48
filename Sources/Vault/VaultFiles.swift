internal import Files

/// Where a ledger's vault lies.
struct VaultFiles {
  let vault: DurableFile
  let master: DurableFile
  /// The master key that a rotation brings in, until it takes the old one's name.
  let nextMaster: DurableFile

  init(_ ledger: String) {
    vault = DurableFile(path: ledger + ".vault")
    master = DurableFile(path: ledger + ".master")
    nextMaster = DurableFile(path: ledger + ".master.new")
  }
}
