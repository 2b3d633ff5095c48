import Cryptography
import Testing
import TransparencyLog

@Suite final class `Inclusion proofs` {
  private let hash: TreeHash
  private let tree: ReferenceTree

  init() throws {
    hash = try TreeHash()
    tree = try ReferenceTree(size: 131)
  }

  private func proof(_ index: Int, _ size: Int) throws -> InclusionProof {
    try InclusionProof(of: UInt64(index), in: UInt64(size), hash, reading: tree.node)
  }

  private func accepts(_ proof: InclusionProof, _ leaf: Digest, _ root: Digest) -> Bool {
    (try? proof.verify(leaf: leaf, root: root, hash)) != nil
  }

  @Test func `each inclusion proof is the recursive definition’s and verifies, for sizes 1 to 130`()
    throws
  {
    for size in 1...130 {
      let root = try tree.root(0..<size)
      for index in 0..<size {
        let proof = try proof(index, size)
        #expect(try proof.path == tree.path(index, 0..<size))
        try proof.verify(leaf: tree.leaves[index], root: root, hash)
      }
    }
  }

  @Test func `an inclusion proof with one error in path, leaf, root or index is refused`() throws {
    for size in Array(1...66) + Array(127...130) {
      let root = try tree.root(0..<size)
      for index in 0..<size {
        let (proof, leaf) = (try proof(index, size), tree.leaves[index])
        let altered =
          alterations(of: proof.path)
          .map { InclusionProof(index: proof.index, size: proof.size, path: $0) }
          + [proof.index &- 1, proof.index + 1]
          .map { InclusionProof(index: $0, size: proof.size, path: proof.path) }
        let accepted = altered.contains { accepts($0, leaf, root) }
        #expect(!accepted, "leaf \(index) of \(size)")
        #expect(!accepts(proof, leaf.flipping(bit: index), root))
        #expect(!accepts(proof, leaf, root.flipping(bit: size)))
        #expect(!accepts(proof, tree.leaves[index + 1], root))
      }
    }
  }

  @Test func `an inclusion proof with any bit of a hash flipped is refused`() throws {
    let (proof, root) = (try proof(5, 13), try tree.root(0..<13))
    for place in proof.path.indices {
      for bit in 0..<256 {
        var path = proof.path
        path[place] = path[place].flipping(bit: bit)
        let altered = InclusionProof(index: 5, size: 13, path: path)
        #expect(throws: ProofFailure.otherRoot) {
          try altered.verify(leaf: tree.leaves[5], root: root, hash)
        }
      }
    }
  }

  @Test func `a proof for one size is refused under the root of another`() throws {
    for size in 2...130 {
      let others = [try tree.root(0..<(size - 1)), try tree.root(0..<(size + 1))]
      for index in 0..<size {
        let proof = try proof(index, size)
        for other in others { #expect(!accepts(proof, tree.leaves[index], other)) }
      }
    }
  }

  /// RFC 9162 computes the same root for two sizes in which the leaf's path has the same turns, so a
  /// proof does not distinguish them: the size must come, with the root, from a signed tree head.
  @Test func `a size off by one is refused unless the way to the leaf has the same turns`() throws {
    for size in 1...130 {
      let root = try tree.root(0..<size)
      for index in 0..<size {
        let proof = try proof(index, size)
        for other in [size - 1, size + 1] {
          let claim = InclusionProof(index: proof.index, size: UInt64(other), path: proof.path)
          let isSameWay = try turns(index, other) == turns(index, size)
          #expect(accepts(claim, tree.leaves[index], root) == isSameWay)
        }
      }
    }
  }

  /// The side of the leaf that each hash is on; nil where there is no such leaf.
  private func turns(_ index: Int, _ size: Int) throws -> [Bool]? {
    guard index < size else { return nil }
    return try ProofPlan.inclusion(of: UInt64(index), in: UInt64(size)).subtrees
      .map { $0.start > UInt64(index) }
  }

  @Test func `a proof of a leaf that the tree does not have is refused, and names the leaf`() throws
  {
    let claims: [(UInt64, UInt64)] = [(0, 0), (1, 1), (7, 7), (8, 7), (.max, .max), (.max, 0)]
    for (index, size) in claims {
      let refusal = ProofFailure.noSuchLeaf(index: index, size: size)
      #expect(throws: refusal) { try ProofPlan.inclusion(of: index, in: size) }
      #expect(throws: refusal) {
        try InclusionProof(index: index, size: size, path: [])
          .verify(leaf: tree.leaves[0], root: tree.leaves[0], hash)
      }
    }
  }

  @Test func `an inclusion proof with a path of another length is refused`() throws {
    let leaf = tree.leaves[0]
    let long = [Digest](repeating: leaf, count: 100_000)
    for (path, found) in [([], 0), (long, 100_000)] {
      #expect(throws: ProofFailure.wrongLength(expected: 3, found: found)) {
        try InclusionProof(index: 0, size: 8, path: path).verify(leaf: leaf, root: leaf, hash)
      }
    }
  }
}
