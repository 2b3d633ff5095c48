internal import Cryptography
internal import Files
internal import Glibc
internal import SQLite

extension Vault {
  /// Copies one consistent state of a ledger's vault into a new file, readable by its owner only,
  /// which is a vault with its keys in a file even if those of this one are on a server; on request also the master key that opens it, into another. Store the two apart:
  /// together they open everything.
  ///
  /// Both are copied under the vault's write lock, after an interrupted rotation is completed, and
  /// the copy is checked against the master key before this returns. So the two always match.
  ///
  /// A copy still contains keys that are erased later: destroy it then. A copy of the vault made
  /// after a copy of the log contains every key that the log's events need, because a key is
  /// durable before the event is appended, except keys erased between the two copies.
  ///
  /// The copies' bytes are on the disk when this returns, their folder entries not yet.
  ///
  /// - Parameters:
  ///   - master: the path for the copy of the master key; nil for none.
  ///   - timeout: how long to wait for another process's lock, in seconds.
  /// - Returns: whether the copy was checked. False if there is no matching master key beside the
  ///   ledger, which is an error only if `master` is given.
  /// - Throws: ``VaultFailure``; nothing is left at the paths then.
  public static func copy(
    at place: VaultPlace, to path: String, masterTo master: String? = nil, timeout: Int = 5
  ) throws(VaultFailure) -> Bool {
    let files = VaultFiles(place)
    let store = try files.store(timeout: timeout)
    try store.begin()
    defer { store.rollback() }
    let key = try key(of: files, for: store, isNeeded: master != nil)
    let copied = DurableFile(path: path)
    try copied.createEmpty()
    do throws(VaultFailure) {
      if files.server == nil {
        try copyPages(of: files.vault, to: copied, timeout)
      } else {
        try copyRows(of: store, to: copied, timeout)
      }
      guard let key else { return false }
      try KeyWrapper(under: key.part(0..<key.count))
        .verify(KeyStore(at: path, timeout: timeout).masterCheck())
      if let master { try MasterKey.write(key, to: DurableFile(path: master)) }
      return true
    } catch {
      copied.remove()
      DurableFile(path: path + "-journal").remove()
      throw error
    }
  }

  /// Copies a vault whose keys are in a file.
  public static func copy(
    beside ledger: String, to path: String, masterTo master: String? = nil, timeout: Int = 5
  ) throws(VaultFailure) -> Bool {
    try copy(at: .beside(ledger), to: path, masterTo: master, timeout: timeout)
  }

  /// The master key of a vault whose write lock is held; nil if there is none and `isNeeded` is
  /// false.
  private static func key(
    of files: VaultFiles, for store: borrowing KeyStore, isNeeded: Bool
  ) throws(VaultFailure) -> SecretBytes? {
    do throws(VaultFailure) {
      try files.finishRotation(for: store)
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
    of vault: DurableFile, to copied: DurableFile, _ timeout: Int
  ) throws(VaultFailure) {
    try mapErrors(timeout) { () throws(SQLiteFailure) in
      // A second connection: SQLite cannot back up from a connection in a write transaction.
      let source = try Database(vault.path, .readOnly, timeout: Int32(timeout) * 1000)
      let copy = try Database(copied.path, .readWrite, timeout: Int32(timeout) * 1000)
      try source.copy(into: copy)
    }
  }

  /// - Parameter copied: an empty file.
  private static func copyRows(
    of store: borrowing KeyStore, to copied: DurableFile, _ timeout: Int
  ) throws(VaultFailure) {
    try KeyFile.create(at: copied.path, timeout: timeout)
    do {
      let copy = try KeyStore(at: copied.path, timeout: timeout)
      try copy.begin()
      try store.copyRows(into: copy)
      try copy.commit()
    }
    guard Database.randomizeChangeCounter(of: copied.path) else { throw .of(errno: errno) }
  }
}
