public import Cryptography

/// A proof that a tree contains a leaf at an index (RFC 9162, section 2.1.3).
///
/// Untrusted until ``verify(leaf:root:_:)`` returns.
public struct InclusionProof: Hashable, Sendable {
  /// Of the leaf, from 0.
  public let index: UInt64
  /// The number of leaves of the tree.
  public let size: UInt64
  /// The hashes of the siblings on the path from the leaf to the root.
  public let path: [Digest]

  /// A received proof, not verified.
  public init(index: UInt64, size: UInt64, path: [Digest]) {
    self.index = index
    self.size = size
    self.path = path
  }

  /// Creates a proof from stored nodes.
  ///
  /// - Parameter node: returns the stored hash of a perfect subtree, one of ``ProofPlan/nodes``.
  /// - Throws: ``ProofFailure/noSuchLeaf(index:size:)``, what the closure throws, and
  ///   ``CryptographyFailure``.
  public init(
    of index: UInt64, in size: UInt64, _ hash: borrowing TreeHash,
    reading node: (NodeAddress) throws -> Digest
  ) throws {
    let plan = try ProofPlan.inclusion(of: index, in: size)
    self.init(index: index, size: size, path: try plan.path(hash, reading: node))
  }

  /// Returns if the tree with this root contains this leaf at this index.
  ///
  /// Cost: at most 64 hashes; a path of the wrong length is refused before any.
  ///
  /// - Parameter leaf: the leaf hash, computed by the verifier from the entry itself: a hash
  ///   received with the proof may be that of an inner node.
  /// - Throws: ``ProofFailure`` otherwise.
  public func verify(
    leaf: Digest, root: Digest, _ hash: borrowing TreeHash
  ) throws(ProofFailure) {
    let siblings = try ProofPlan.inclusion(of: index, in: size).subtrees
    guard path.count == siblings.count else {
      throw .wrongLength(expected: siblings.count, found: path.count)
    }
    var node = leaf
    for (sibling, digest) in zip(siblings, path) {
      node =
        sibling.start > index
        ? try hash.proofNode(node, digest)
        : try hash.proofNode(digest, node)
    }
    guard node == root else { throw .otherRoot }
  }
}
