public import Cryptography

/// The proof that the first leaves of a tree are those of an earlier one (RFC 9162, section 2.1.4).
///
/// It comes from a stranger as well as from one's own store: nothing of it is believed before
/// ``verify(earlier:later:_:)``.
public struct ConsistencyProof: Hashable, Sendable {
  /// How many leaves the earlier tree has.
  public let from: UInt64
  /// How many leaves the later tree has.
  public let to: UInt64
  /// The hashes of which both roots are made.
  public let path: [Digest]

  /// A proof to be verified.
  public init(from: UInt64, to: UInt64, path: [Digest]) {
    self.from = from
    self.to = to
    self.path = path
  }

  /// The proof from stored nodes.
  ///
  /// - Parameter node: the stored hash of a perfect subtree; ``ProofPlan/nodes`` tells which.
  /// - Throws: ``ProofFailure/emptyTree`` and ``ProofFailure/shrinks(from:to:)``, what the closure
  ///   throws, and ``CryptographyFailure``.
  public init(
    from: UInt64, to: UInt64, _ hash: borrowing TreeHash,
    reading node: (NodeAddress) throws -> Digest
  ) throws {
    let plan = try ProofPlan.consistency(from: from, to: to)
    self.init(from: from, to: to, path: try plan.path(hash, reading: node))
  }

  /// Returns where the tree with the later root begins with the leaves of the one with the earlier.
  ///
  /// Two equal sizes are consistent where the path is empty and the roots are the same. Size 0 is
  /// refused: the verifier who knows an empty tree has nothing to compare (RFC 9162 defines the proof
  /// for 0 < from < to).
  ///
  /// Cost: 128 hashes at most; a path of another length is refused before the first.
  ///
  /// - Throws: ``ProofFailure`` for every other case.
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
        newNode = try hash.proven(newNode, digest)
      } else if number == 0 {
        // The last part of the earlier tree, where that is not one perfect subtree.
        oldNode = digest
        newNode = digest
      } else {
        oldNode = try hash.proven(digest, oldNode)
        newNode = try hash.proven(digest, newNode)
      }
    }
    guard oldNode == earlier, newNode == later else { throw .otherRoot }
  }
}
