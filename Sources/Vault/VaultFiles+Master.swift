internal import Cryptography
internal import Files

extension VaultFiles {
  /// How often both files are tried: a rotation may rename one between two reads.
  private static var attempts: Int { 10 }

  /// The master key that opens the vault: the one in `.master`, or the one in `.master.new` that an
  /// interrupted rotation left.
  ///
  /// - Throws: ``VaultFailure/masterKeyMissing``, ``VaultFailure/wrongMasterKey``,
  ///   ``VaultFailure/openToOthers(_:)`` and ``VaultFailure/notAMasterKey``.
  func wrapper(fitting store: borrowing KeyStore) throws(VaultFailure) -> KeyWrapper {
    try KeyWrapper(under: key(fitting: store))
  }

  /// The bytes of the master key that opens the vault, as ``wrapper(fitting:)``.
  func key(fitting store: borrowing KeyStore) throws(VaultFailure) -> SecretBytes {
    var failure = VaultFailure.masterKeyMissing
    for _ in 0..<Self.attempts {
      do throws(VaultFailure) {
        return try key(in: master, fitting: store)
      } catch {
        failure = error
      }
      switch failure {
      case .masterKeyMissing, .wrongMasterKey, .notAMasterKey: break
      default: throw failure
      }
      do throws(VaultFailure) {
        return try key(in: nextMaster, fitting: store)
      } catch .masterKeyMissing, .wrongMasterKey, .notAMasterKey {
        continue
      }
    }
    throw failure
  }

  /// Completes or undoes an interrupted rotation: the master key that opens the vault becomes
  /// `.master`, the other one is deleted.
  ///
  /// The caller holds the vault's write lock, so no rotation is running.
  func finishRotation(for store: borrowing KeyStore) throws(VaultFailure) {
    guard nextMaster.exists else { return }
    let isMasterCurrent: Bool
    do throws(VaultFailure) {
      _ = try key(in: master, fitting: store)
      isMasterCurrent = true
    } catch .masterKeyMissing, .wrongMasterKey, .notAMasterKey {
      isMasterCurrent = false
    }
    if isMasterCurrent { return nextMaster.remove() }
    _ = try key(in: nextMaster, fitting: store)
    try mapErrors(.master) { () throws(FileFailure) in
      try Folder.move(nextMaster.path, to: master.path)
      try master.syncFolder()
    }
  }

  /// The master key in a file, if it opens the vault.
  ///
  /// - Throws: ``VaultFailure/wrongMasterKey`` if it does not, and as ``MasterKey/read(from:)``.
  private func key(
    in file: DurableFile, fitting store: borrowing KeyStore
  ) throws(VaultFailure) -> SecretBytes {
    let key = try MasterKey.read(from: file)
    try KeyWrapper(under: key.part(0..<key.count)).verify(store.masterCheck())
    return key
  }
}
