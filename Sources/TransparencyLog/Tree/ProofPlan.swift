public import Cryptography

/// Which subtrees' hashes a proof consists of, in the order of RFC 9162: from the leaves to the root.
///
/// Reading, making and verifying a proof all follow from it. Cost: at most 65 subtrees, of which one
/// at most is not perfect, so no more than 128 stored nodes whatever the size.
public struct ProofPlan: Equatable, Sendable {
  /// The subtree of each hash.
  public let subtrees: [Subtree]

  /// Every stored node to read, for a store that reads many at once.
  public var nodes: [NodeAddress] { subtrees.flatMap(\.nodes) }

  /// The proof's hashes.
  ///
  /// - Parameter node: the stored hash of a perfect subtree.
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
  /// What proves that a tree contains a leaf: PATH(m, D_n) of RFC 9162, section 2.1.3.1.
  ///
  /// - Parameters:
  ///   - index: the leaf, counted from 0.
  ///   - size: how many leaves the tree has.
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

  /// What proves that a tree only grew: PROOF(m, D_n) of RFC 9162, section 2.1.4.1.
  ///
  /// The RFC defines it for 0 < m < n. Here two equal sizes above 0 have the empty proof, as in other
  /// implementations; from size 0 there is none, for nothing can be learnt from it: every tree
  /// extends the empty one.
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
    // The earlier root is known; a part of it is not.
    if tree.start > 0 { siblings.append(tree) }
    return ProofPlan(subtrees: siblings.reversed())
  }
}

extension Subtree {
  /// The two parts at the largest power of two below the width; nil for one leaf or none.
  fileprivate var halves: (left: Subtree, right: Subtree)? {
    let width = end - start
    guard width > 1 else { return nil }
    let middle = start + 1 << UInt64(63 - (width - 1).leadingZeroBitCount)
    return (Subtree(start: start, end: middle), Subtree(start: middle, end: end))
  }
}
