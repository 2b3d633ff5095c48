public import Cryptography

/// The hash functions of a Merkle tree (RFC 9162, section 2.1.1): for leaves and for inner nodes.
///
/// Different prefix bytes prevent a leaf from being presented as a node. Not thread-safe.
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

  /// The root of an empty tree: SHA-256 of no bytes.
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
