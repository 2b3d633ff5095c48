internal import Files

/// The paths of a ledger's vault: `<ledger>.vault`, `<ledger>.master`, `<ledger>.master.new`.
struct VaultFiles {
  let vault: DurableFile
  let master: DurableFile
  /// The new master key during a rotation, until it is renamed to `master`.
  let nextMaster: DurableFile

  init(_ ledger: String) {
    vault = DurableFile(path: ledger + ".vault")
    master = DurableFile(path: ledger + ".master")
    nextMaster = DurableFile(path: ledger + ".master.new")
  }
}
