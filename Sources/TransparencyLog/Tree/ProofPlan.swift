public import Cryptography

/// The subtrees whose hashes form a proof, in the order of RFC 9162: from the leaves to the root.
/// Used to read the stored nodes and to create and verify a proof.
///
/// At most 65 subtrees, of which at most one is not perfect, so at most 128 stored nodes.
public struct ProofPlan: Equatable, Sendable {
  /// One for each hash of the proof.
  public let subtrees: [Subtree]

  /// All stored nodes to read, for a store that can read several at once.
  public var nodes: [NodeAddress] { subtrees.flatMap(\.nodes) }

  /// Computes the proof's hashes.
  ///
  /// - Parameter node: returns the stored hash of a perfect subtree; called for each of ``nodes``.
  /// - Throws: what the closure throws, and ``CryptographyFailure``.
  public func path(
    _ hash: borrowing TreeHash, reading node: (NodeAddress) throws -> Digest
  ) throws -> [Digest] {
    var path: [Digest] = []
    for subtree in subtrees { path.append(try subtree.digest(hash, reading: node)) }
    return path
  }
}

extension ProofPlan {
  /// The plan of an inclusion proof: PATH(m, D_n) of RFC 9162, section 2.1.3.1.
  ///
  /// - Parameters:
  ///   - index: of the leaf, from 0.
  ///   - size: the number of leaves of the tree.
  /// - Throws: ``ProofFailure/noSuchLeaf(index:size:)``, also for every leaf of an empty tree.
  public static func inclusion(
    of index: UInt64, in size: UInt64
  ) throws(ProofFailure) -> ProofPlan {
    guard index < size else { throw .noSuchLeaf(index: index, size: size) }
    var siblings: [Subtree] = []
    var tree = Subtree(start: 0, end: size)
    while let (left, right) = tree.halves {
      let isLeft = index < left.end
      siblings.append(isLeft ? right : left)
      tree = isLeft ? left : right
    }
    return ProofPlan(subtrees: siblings.reversed())
  }

  /// The plan of a consistency proof: PROOF(m, D_n) of RFC 9162, section 2.1.4.1.
  ///
  /// The RFC defines it for 0 < m < n. For two equal sizes above 0 the proof is empty here, as in
  /// other implementations; from size 0 there is none, because every tree extends the empty one.
  ///
  /// - Throws: ``ProofFailure/emptyTree`` and ``ProofFailure/shrinks(from:to:)``.
  public static func consistency(
    from: UInt64, to: UInt64
  ) throws(ProofFailure) -> ProofPlan {
    guard from <= to else { throw .shrinks(from: from, to: to) }
    guard from > 0 else { throw .emptyTree }
    var siblings: [Subtree] = []
    var tree = Subtree(start: 0, end: to)
    while tree.end != from, let (left, right) = tree.halves {
      let isLeft = from <= left.end
      siblings.append(isLeft ? right : left)
      tree = isLeft ? left : right
    }
    // If the subtree starts at 0, it is the earlier tree, whose root the verifier knows.
    if tree.start > 0 { siblings.append(tree) }
    return ProofPlan(subtrees: siblings.reversed())
  }
}

extension Subtree {
  /// The two children, split at the largest power of two below the width; nil for fewer than two
  /// leaves.
  fileprivate var halves: (left: Subtree, right: Subtree)? {
    let width = end - start
    guard width > 1 else { return nil }
    let middle = start + 1 << UInt64(63 - (width - 1).leadingZeroBitCount)
    return (Subtree(start: start, end: middle), Subtree(start: middle, end: end))
  }
}
