public import Cryptography

/// The proof that a tree contains a leaf at its place (RFC 9162, section 2.1.3).
///
/// It comes from a stranger as well as from one's own store: nothing of it is believed before
/// ``verify(leaf:root:_:)``.
public struct InclusionProof: Hashable, Sendable {
  /// The leaf, counted from 0.
  public let index: UInt64
  /// How many leaves the tree has.
  public let size: UInt64
  /// The hashes beside the way from the leaf to the root.
  public let path: [Digest]

  /// A proof to be verified.
  public init(index: UInt64, size: UInt64, path: [Digest]) {
    self.index = index
    self.size = size
    self.path = path
  }

  /// The proof from stored nodes.
  ///
  /// - Parameter node: the stored hash of a perfect subtree; ``ProofPlan/nodes`` tells which.
  /// - Throws: ``ProofFailure/noSuchLeaf(index:size:)``, what the closure throws, and
  ///   ``CryptographyFailure``.
  public init(
    of index: UInt64, in size: UInt64, _ hash: borrowing TreeHash,
    reading node: (NodeAddress) throws -> Digest
  ) throws {
    let plan = try ProofPlan.inclusion(of: index, in: size)
    self.init(index: index, size: size, path: try plan.path(hash, reading: node))
  }

  /// Returns where the tree with this root contains this leaf at this index.
  ///
  /// Cost: 64 hashes at most; a path of another length is refused before the first.
  ///
  /// - Parameter leaf: the leaf's hash, made by the verifier from the entry itself. A hash that
  ///   comes with the proof may be that of an inner node.
  /// - Throws: ``ProofFailure`` for every other case.
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
        ? try hash.proven(node, digest)
        : try hash.proven(digest, node)
    }
    guard node == root else { throw .otherRoot }
  }
}
