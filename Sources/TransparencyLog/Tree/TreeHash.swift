public import Cryptography

/// The two hashes of a Merkle tree (RFC 9162, section 2.1.1): of a leaf, and of two nodes.
///
/// The byte before what is hashed keeps a leaf from passing for a node.
public struct TreeHash: ~Copyable {
  private let hash: SHA256

  /// - Throws: ``CryptographyFailure/unavailable(_:)``.
  public init() throws(CryptographyFailure) { hash = try SHA256() }

  /// SHA-256(0x00 ‖ entry).
  public func leaf(_ entry: UnsafeRawBufferPointer) throws(CryptographyFailure) -> Digest {
    try hash.digest { (hash) throws(CryptographyFailure) in
      try Self.update(hash, prefix: 0)
      try unsafe hash.update(entry)
    }
  }

  /// SHA-256(0x01 ‖ left ‖ right).
  public func node(_ left: Digest, _ right: Digest) throws(CryptographyFailure) -> Digest {
    try hash.digest { (hash) throws(CryptographyFailure) in
      try Self.update(hash, prefix: 1)
      try Self.update(hash, left)
      try Self.update(hash, right)
    }
  }

  /// SHA-256 of nothing: the root of an empty tree.
  public func empty() throws(CryptographyFailure) -> Digest { try hash.digest(of: []) }

  private static func update(
    _ hash: borrowing SHA256, prefix: UInt8
  ) throws(CryptographyFailure) {
    try unsafe withUnsafeBytes(of: prefix) { (bytes) throws(CryptographyFailure) in
      try unsafe hash.update(bytes)
    }
  }

  private static func update(
    _ hash: borrowing SHA256, _ digest: Digest
  ) throws(CryptographyFailure) {
    try unsafe digest.withBytes { (bytes) throws(CryptographyFailure) in
      try unsafe hash.update(bytes)
    }
  }
}
