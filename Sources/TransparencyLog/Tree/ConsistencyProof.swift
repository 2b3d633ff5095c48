public import Cryptography

/// A proof that a tree begins with the leaves of an earlier one (RFC 9162, section 2.1.4).
///
/// Untrusted until ``verify(earlier:later:_:)`` returns.
public struct ConsistencyProof: Hashable, Sendable {
  /// The size of the earlier tree.
  public let from: UInt64
  /// The size of the later tree.
  public let to: UInt64
  /// The hashes from which both roots can be computed.
  public let path: [Digest]

  /// A received proof, not verified.
  public init(from: UInt64, to: UInt64, path: [Digest]) {
    self.from = from
    self.to = to
    self.path = path
  }

  /// Creates a proof from stored nodes.
  ///
  /// - Parameter node: returns the stored hash of a perfect subtree, one of ``ProofPlan/nodes``.
  /// - Throws: ``ProofFailure/emptyTree`` and ``ProofFailure/shrinks(from:to:)``, what the closure
  ///   throws, and ``CryptographyFailure``.
  public init(
    from: UInt64, to: UInt64, _ hash: borrowing TreeHash,
    reading node: (NodeAddress) throws -> Digest
  ) throws {
    let plan = try ProofPlan.consistency(from: from, to: to)
    self.init(from: from, to: to, path: try plan.path(hash, reading: node))
  }

  /// Returns if the tree with the later root begins with the leaves of the tree with the earlier
  /// root.
  ///
  /// For equal sizes, the path must be empty and the roots equal. An earlier size of 0 is refused,
  /// because every tree extends the empty one (RFC 9162 defines the proof for 0 < from < to).
  ///
  /// Cost: at most 128 hashes; a path of the wrong length is refused before any.
  ///
  /// - Throws: ``ProofFailure`` otherwise.
  public func verify(
    earlier: Digest, later: Digest, _ hash: borrowing TreeHash
  ) throws(ProofFailure) {
    let subtrees = try ProofPlan.consistency(from: from, to: to).subtrees
    guard path.count == subtrees.count else {
      throw .wrongLength(expected: subtrees.count, found: path.count)
    }
    var oldNode = earlier
    var newNode = earlier
    for (number, subtree) in subtrees.enumerated() {
      let digest = path[number]
      if subtree.start >= from {
        newNode = try hash.proofNode(newNode, digest)
      } else if number == 0 {
        // The last subtree of the earlier tree, if that tree is not a single perfect one.
        oldNode = digest
        newNode = digest
      } else {
        oldNode = try hash.proofNode(digest, oldNode)
        newNode = try hash.proofNode(digest, newNode)
      }
    }
    guard oldNode == earlier, newNode == later else { throw .otherRoot }
  }
}
