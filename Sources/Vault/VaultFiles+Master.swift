internal import Cryptography
internal import Files

extension VaultFiles {
  /// How often both names are looked at: a rotation may rename one between two looks.
  private static var looks: Int { 10 }

  /// The master key at work that the vault is wrapped under: the one at its name, or the one that a
  /// rotation, killed before its end, left beside it.
  ///
  /// - Throws: ``VaultFailure/masterKeyMissing``, ``VaultFailure/wrongMasterKey``,
  ///   ``VaultFailure/openToOthers(_:)`` and ``VaultFailure/notAMasterKey``.
  func wrapping(fitting store: borrowing KeyStore) throws(VaultFailure) -> Wrapping {
    try Wrapping(under: key(fitting: store))
  }

  /// The master key that the vault is wrapped under, as ``wrapping(fitting:)``.
  func key(fitting store: borrowing KeyStore) throws(VaultFailure) -> SecretBytes {
    var failure = VaultFailure.masterKeyMissing
    for _ in 0..<Self.looks {
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

  /// Ends what a rotation may have left: the master key that fits comes to its name, the other goes.
  ///
  /// To be called while the vault's lock for writing is held: no rotation is then under way.
  func settle(for store: borrowing KeyStore) throws(VaultFailure) {
    guard nextMaster.exists else { return }
    let isSettled: Bool
    do throws(VaultFailure) {
      _ = try key(in: master, fitting: store)
      isSettled = true
    } catch .masterKeyMissing, .wrongMasterKey, .notAMasterKey {
      isSettled = false
    }
    if isSettled { return nextMaster.remove() }
    _ = try key(in: nextMaster, fitting: store)
    try mapErrors(.master) { () throws(FileFailure) in
      try Folder.move(nextMaster.path, to: master.path)
      try master.syncFolder()
    }
  }

  private func key(
    in file: DurableFile, fitting store: borrowing KeyStore
  ) throws(VaultFailure) -> SecretBytes {
    let key = try MasterKey.read(from: file)
    try Wrapping(under: key.part(0..<key.count)).verify(store.masterCheck())
    return key
  }
}
