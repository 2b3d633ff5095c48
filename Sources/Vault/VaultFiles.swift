internal import Files
internal import PostgreSQL

/// The paths of a ledger's vault: `<ledger>.vault`, `<ledger>.master`, `<ledger>.master.new`; and
/// the server where the keys are, if they are not in the first.
struct VaultFiles {
  let vault: DurableFile
  let master: DurableFile
  /// The new master key during a rotation, until it is renamed to `master`.
  let nextMaster: DurableFile
  let server: PostgresAddress?

  init(_ place: VaultPlace) {
    vault = DurableFile(path: place.files + ".vault")
    master = DurableFile(path: place.files + ".master")
    nextMaster = DurableFile(path: place.files + ".master.new")
    server = place.server
  }

  /// Opens the persons' keys.
  ///
  /// - Parameter timeout: how long to wait for another process's lock, in seconds.
  /// - Throws: ``VaultFailure/missing``, and as the initializers of ``KeyStore``.
  func store(timeout: Int) throws(VaultFailure) -> KeyStore {
    if let server { return try KeyStore(on: server, timeout: timeout) }
    _ = try checked(.vault, missing: .missing) { () throws(FileFailure) in
      try vault.ownerOnlySize()
    }
    return try KeyStore(at: vault.path, timeout: timeout)
  }
}
