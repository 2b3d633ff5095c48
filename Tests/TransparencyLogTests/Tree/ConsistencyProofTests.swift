import Cryptography
import Testing
import TransparencyLog

@Suite final class `Consistency proofs` {
  private let hash: TreeHash
  private let tree: ReferenceTree

  init() throws {
    hash = try TreeHash()
    tree = try ReferenceTree(size: 131)
  }

  private func proof(_ from: Int, _ to: Int) throws -> ConsistencyProof {
    try ConsistencyProof(from: UInt64(from), to: UInt64(to), hash, reading: tree.node)
  }

  private func accepts(_ proof: ConsistencyProof, _ earlier: Digest, _ later: Digest) -> Bool {
    (try? proof.verify(earlier: earlier, later: later, hash)) != nil
  }

  @Test
  func `each consistency proof is the recursive definition’s and verifies, for sizes 1 to 130`()
    throws
  {
    for to in 1...130 {
      let later = try tree.root(0..<to)
      for from in 1...to {
        let proof = try proof(from, to)
        #expect(try proof.path == tree.proof(from, to))
        try proof.verify(earlier: tree.root(0..<from), later: later, hash)
      }
    }
  }

  @Test func `a consistency proof with one error in path, root or earlier size is refused`() throws
  {
    for to in Array(1...66) + Array(127...130) {
      let later = try tree.root(0..<to)
      for from in 1...to {
        let (proof, earlier) = (try proof(from, to), try tree.root(0..<from))
        let altered =
          alterations(of: proof.path)
          .map { ConsistencyProof(from: proof.from, to: proof.to, path: $0) }
          + [proof.from - 1, proof.from + 1]
          .map { ConsistencyProof(from: $0, to: proof.to, path: proof.path) }
        let accepted = altered.contains { accepts($0, earlier, later) }
        #expect(!accepted, "from \(from) to \(to)")
        #expect(!accepts(proof, earlier.flipping(bit: from), later))
        #expect(!accepts(proof, earlier, later.flipping(bit: to)))
        #expect(from == to || !accepts(proof, later, earlier))
      }
    }
  }

  @Test func `a consistency proof with any bit of a hash flipped is refused`() throws {
    let (proof, earlier) = (try proof(5, 13), try tree.root(0..<5))
    let later = try tree.root(0..<13)
    for place in proof.path.indices {
      for bit in 0..<256 {
        var path = proof.path
        path[place] = path[place].flipping(bit: bit)
        let altered = ConsistencyProof(from: 5, to: 13, path: path)
        #expect(throws: ProofFailure.otherRoot) {
          try altered.verify(earlier: earlier, later: later, hash)
        }
      }
    }
  }

  @Test func `a proof to one size is refused under the root of another`() throws {
    for to in 2...130 {
      let others = [try tree.root(0..<(to - 1)), try tree.root(0..<(to + 1))]
      for from in 1..<to {
        let (proof, earlier) = (try proof(from, to), try tree.root(0..<from))
        for other in others { #expect(!accepts(proof, earlier, other)) }
      }
    }
  }

  @Test func `a rewritten history has no proof`() throws {
    let other = try ReferenceTree(
      entries: (0..<40).map { [0, $0 == 11 ? 200 : UInt8($0)] })
    let later = try other.root(0..<40)
    for from in 1...40 {
      let path = try other.proof(from, 40)
      let proof = ConsistencyProof(from: UInt64(from), to: 40, path: path)
      #expect(accepts(proof, try tree.root(0..<from), later) == (from <= 11))
    }
  }

  @Test func `equal sizes have the empty proof, and equal roots`() throws {
    let root = tree.leaves[0]
    for size in [1, 2, 7, 8, .max] as [UInt64] {
      let proof = ConsistencyProof(from: size, to: size, path: [])
      #expect(accepts(proof, root, root))
      #expect(throws: ProofFailure.otherRoot) {
        try proof.verify(earlier: root, later: tree.leaves[1], hash)
      }
      #expect(throws: ProofFailure.wrongLength(expected: 0, found: 1)) {
        try ConsistencyProof(from: size, to: size, path: [root])
          .verify(earlier: root, later: root, hash)
      }
    }
  }

  @Test func `nothing is proven from an empty tree, or backwards`() throws {
    let root = tree.leaves[0]
    for size in [0, 1, 8, .max] as [UInt64] {
      #expect(throws: ProofFailure.emptyTree) {
        try ConsistencyProof(from: 0, to: size, path: []).verify(
          earlier: hash.empty(), later: root, hash)
      }
    }
    for (from, to) in [(1, 0), (9, 8), (.max, 0), (.max, .max - 1)] as [(UInt64, UInt64)] {
      #expect(throws: ProofFailure.shrinks(from: from, to: to)) {
        try ConsistencyProof(from: from, to: to, path: []).verify(
          earlier: root, later: root, hash)
      }
    }
  }
}
