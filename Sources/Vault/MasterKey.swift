internal import Cryptography

/// The file of the key that wraps all others.
enum MasterKey {
  /// Makes the file with a key of these 32 bytes.
  static func write(
    _ key: borrowing SecretBytes, to file: OwnerOnlyFile
  ) throws(VaultFailure) {
    try file.create(HexadecimalKey.text(of: key))
  }

  /// - Throws: ``VaultFailure/masterKeyMissing``, ``VaultFailure/openToOthers(_:)`` and
  ///   ``VaultFailure/notAMasterKey``.
  static func read(from file: OwnerOnlyFile) throws(VaultFailure) -> SecretBytes {
    try HexadecimalKey.read(
      from: file, as: .master, missing: .masterKeyMissing, malformed: .notAMasterKey)
  }
}
