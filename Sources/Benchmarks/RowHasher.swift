internal import Cryptography

/// Computes the hashes of a baseline's rows as the tree of RFC 9162 has them: the leaf's, then those of the nodes
/// that it completes, by level.
struct RowHasher: ~Copyable {
  private let hash: SHA256
  private var size: UInt64 = 0
  /// The perfect subtrees to the left that wait for a right one, smallest last.
  private var waiting: [Digest] = []
  /// 0, 32 bytes, 32 bytes: reused.
  private var node: [UInt8] = []

  init() throws { hash = try SHA256() }

  /// The hashes of the next row.
  mutating func hashes(of bytes: [UInt8]) throws -> [UInt8] {
    let prefix: [UInt8] = [0]
    var digest = try hash.digest { (hash) throws(CryptographyFailure) in
      try unsafe prefix.span.withUnsafeBytes { (start) throws(CryptographyFailure) in
        try unsafe hash.update(start)
      }
      try unsafe bytes.span.withUnsafeBytes { (rest) throws(CryptographyFailure) in
        try unsafe hash.update(rest)
      }
    }
    var hashes = digest.bytes
    size += 1
    for _ in 0..<size.trailingZeroBitCount {
      let left = waiting.removeLast()
      node.removeAll(keepingCapacity: true)
      node.append(1)
      node += left.bytes
      node += digest.bytes
      digest = try hash.digest(of: node)
      hashes += digest.bytes
    }
    waiting.append(digest)
    return hashes
  }
}
