public import Cryptography

extension TreeHash {
  /// Computes the root that the tree had at a size, from stored nodes (RFC 9162, section 2.1.1).
  ///
  /// Cost: reads one node for each bit set in the size, and hashes once less than that.
  ///
  /// - Parameter node: returns the stored hash of a perfect subtree; not called for size 0.
  /// - Throws: what the closure throws, and ``CryptographyFailure``.
  public func root(
    ofSize size: UInt64, reading node: (NodeAddress) throws -> Digest
  ) throws -> Digest {
    try Subtree(start: 0, end: size).digest(self, reading: node)
  }
}
