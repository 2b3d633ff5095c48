public import Cryptography

extension TreeHash {
  /// The root that the tree had at a size, from stored nodes (RFC 9162, section 2.1.1).
  ///
  /// Cost: a node read for each bit set in the size, and one hash less than that.
  ///
  /// - Parameter node: the stored hash of a perfect subtree; none is asked for at size 0.
  /// - Throws: what the closure throws, and ``CryptographyFailure``.
  public func root(
    ofSize size: UInt64, reading node: (NodeAddress) throws -> Digest
  ) throws -> Digest {
    try Subtree(start: 0, end: size).digest(self, reading: node)
  }
}
