public import Cryptography

/// A range of adjacent leaves that hash to one value of a root or a proof (D[k:n] of RFC 9162).
///
/// The hash is that of a tree of these leaves only. Only ``ProofPlan`` creates subtrees; they begin
/// at a multiple of a power of two that is not less than their width.
public struct Subtree: Hashable, Sendable {
  /// The first leaf, from 0.
  public let start: UInt64
  /// The leaf after the last one.
  public let end: UInt64

  /// The perfect subtrees it consists of, from left to right, that is, from wide to narrow.
  ///
  /// Cost: one for each bit set in the width, 64 at most.
  public var nodes: [NodeAddress] {
    var nodes: [NodeAddress] = []
    var start = start
    while start < end {
      let level = 63 - (end - start).leadingZeroBitCount
      nodes.append(NodeAddress(existing: level, start >> UInt64(level)))
      start += 1 << UInt64(level)
    }
    return nodes
  }

  /// Computes the hash of the subtree; that of an empty tree if it has no leaf.
  ///
  /// - Parameter node: returns the stored hash of a perfect subtree; called once for each of
  ///   ``nodes``.
  /// - Throws: what the closure throws, and ``CryptographyFailure``.
  public func digest(
    _ hash: borrowing TreeHash, reading node: (NodeAddress) throws -> Digest
  ) throws -> Digest {
    var digests = try nodes.map(node)
    guard var digest = digests.popLast() else { return try hash.empty() }
    for left in digests.reversed() { digest = try hash.node(left, digest) }
    return digest
  }
}
