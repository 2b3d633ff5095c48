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
}
