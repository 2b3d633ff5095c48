internal import Cryptography
internal import Files

/// The file of the key that wraps all others.
enum MasterKey {
  /// Makes the file with a key of these 32 bytes.
  static func write(
    _ key: borrowing SecretBytes, to file: DurableFile
  ) throws(VaultFailure) {
    try unsafe HexadecimalKey.text(of: key).withBytes { (text) throws(VaultFailure) in
      try mapErrors(.master) { () throws(FileFailure) in try unsafe file.create(text) }
    }
  }

  /// - Throws: ``VaultFailure/masterKeyMissing``, ``VaultFailure/openToOthers(_:)`` and
  ///   ``VaultFailure/notAMasterKey``.
  static func read(from file: DurableFile) throws(VaultFailure) -> SecretBytes {
    guard try file.checkedSize(as: .master, missing: .masterKeyMissing) == HexadecimalKey.length
    else { throw .notAMasterKey }
    let text = try unsafe SecretBytes(count: HexadecimalKey.length) {
      (buffer) throws(VaultFailure) in
      try mapErrors(.master) { () throws(FileFailure) in try unsafe file.read(into: buffer) }
    }
    do throws(HexadecimalKey.Malformed) { return try HexadecimalKey.key(in: text) } catch {
      throw .notAMasterKey
    }
  }
}
