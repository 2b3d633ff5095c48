internal import Glibc

extension VaultFiles {
  /// How often both names are looked at: a rotation may rename one between two looks.
  private static var looks: Int { 3 }

  /// The master key at work that the vault is wrapped under: the one at its name, or the one that a
  /// rotation, killed before its end, left beside it.
  ///
  /// - Throws: ``VaultFailure/masterKeyMissing``, ``VaultFailure/wrongMasterKey``,
  ///   ``VaultFailure/openToOthers(_:)`` and ``VaultFailure/notAMasterKey``.
  func wrapping(fitting store: borrowing KeyStore) throws(VaultFailure) -> Wrapping {
    var failure = VaultFailure.masterKeyMissing
    for _ in 0..<Self.looks {
      do throws(VaultFailure) {
        return try wrapping(by: master, fitting: store)
      } catch {
        failure = error
      }
      switch failure {
      case .masterKeyMissing, .wrongMasterKey, .notAMasterKey: break
      default: throw failure
      }
      do throws(VaultFailure) {
        return try wrapping(by: nextMaster, fitting: store)
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
      _ = try wrapping(by: master, fitting: store)
      isSettled = true
    } catch .masterKeyMissing, .wrongMasterKey, .notAMasterKey {
      isSettled = false
    }
    if isSettled { return nextMaster.remove() }
    _ = try wrapping(by: nextMaster, fitting: store)
    guard rename(nextMaster.path, master.path) == 0 else { throw .of(errno: errno) }
    try master.syncFolder()
  }

  private func wrapping(
    by file: OwnerOnlyFile, fitting store: borrowing KeyStore
  ) throws(VaultFailure) -> Wrapping {
    let wrapping = try Wrapping(under: MasterKey.read(from: file))
    try wrapping.verify(store.masterCheck())
    return wrapping
  }
}
