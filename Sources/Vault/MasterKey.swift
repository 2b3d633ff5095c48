internal import Cryptography
internal import Files

/// Reads and writes the file of the master key, which wraps all other keys.
enum MasterKey {
  /// Creates the file. Its bytes are on the disk when this returns; its folder entry is not yet.
  ///
  /// - Parameter key: 32 bytes.
  /// - Throws: ``VaultFailure/alreadyThere`` and the other failures of the file.
  static func write(
    _ key: borrowing SecretBytes, to file: DurableFile
  ) throws(VaultFailure) {
    try unsafe HexadecimalKey.text(of: key).withBytes { (text) throws(VaultFailure) in
      try mapErrors(.master) { () throws(FileFailure) in try unsafe file.create(text) }
    }
  }

  /// - Throws: ``VaultFailure/masterKeyMissing``, ``VaultFailure/openToOthers(_:)``,
  ///   ``VaultFailure/notReadable``, ``VaultFailure/notAMasterKey``, and the other failures of the
  ///   file.
  static func read(from file: DurableFile) throws(VaultFailure) -> SecretBytes {
    let opened = try checked(.master, missing: .masterKeyMissing) { () throws(FileFailure) in
      try OwnerOnlyFile(file)
    }
    guard opened.size == HexadecimalKey.length else { throw .notAMasterKey }
    let text = try unsafe SecretBytes(count: opened.size) { (buffer) throws(VaultFailure) in
      try mapErrors(.master) { () throws(FileFailure) in try unsafe opened.read(into: buffer) }
    }
    do throws(HexadecimalKey.Malformed) { return try HexadecimalKey.key(in: text) } catch {
      throw .notAMasterKey
    }
  }
}
