import Cryptography
import Testing
import TransparencyLog

@Suite struct `Stored nodes` {
  @Test func `each stored node is found at the leaf that completes it`() throws {
    let tree = try ReferenceTree(size: 130)
    for level in 0..<8 {
      for index in 0..<(130 >> level) {
        let address = try #require(NodeAddress(level: level, index: UInt64(index)))
        #expect(address.completingPosition == UInt64((index + 1) << level))
        #expect(
          try tree.node(address) == tree.root((index << level)..<((index + 1) << level)))
      }
    }
  }

  @Test func `an address beyond every tree cannot be made`() {
    #expect(NodeAddress(level: -1, index: 0) == nil)
    #expect(NodeAddress(level: 64, index: 0) == nil)
    #expect(NodeAddress(level: .max, index: .max) == nil)
    #expect(NodeAddress(level: 0, index: .max) == nil)
    #expect(NodeAddress(level: 63, index: 1) == nil)
    #expect(NodeAddress(level: 0, index: .max - 1)?.completingPosition == .max)
    #expect(NodeAddress(level: 63, index: 0)?.completingPosition == 1 << 63)
  }

  @Test func `the stored nodes give the root of every earlier size`() throws {
    let tree = try ReferenceTree(size: 130)
    let hash = try TreeHash()
    for size in 0...130 {
      let reads = tree.reads
      #expect(
        try hash.root(ofSize: UInt64(size), reading: tree.node) == (try tree.root(0..<size)))
      #expect(tree.reads - reads == size.nonzeroBitCount)
    }
  }

  @Test func `a plan names every node that its proof reads`() throws {
    let tree = try ReferenceTree(size: 100)
    let hash = try TreeHash()
    for from in 1...100 {
      for plan in [
        try ProofPlan.inclusion(of: UInt64(from - 1), in: 100),
        try ProofPlan.consistency(from: UInt64(from), to: 100),
      ] {
        var asked: [NodeAddress] = []
        _ = try plan.path(hash) { address in
          asked.append(address)
          return tree.node(address)
        }
        #expect(asked == plan.nodes)
        #expect(Set(asked).count == asked.count)
      }
    }
  }

  @Test func `a node that cannot be read ends the proof with the reader’s error`() throws {
    struct Unreadable: Error {}
    let hash = try TreeHash()
    #expect(throws: Unreadable.self) {
      try InclusionProof(of: 3, in: 8, hash) { _ in throw Unreadable() }
    }
    #expect(throws: Unreadable.self) { try hash.root(ofSize: 3) { _ in throw Unreadable() } }
  }
}

/// Trees no machine can hold: where all leaves are the same, all nodes of a level are.
@Suite final class `Trees of up to 2^64 - 1 leaves` {
  private let hash: TreeHash
  private let levels: [Digest]
  private static let sizes: [UInt64] = [
    1 << 32, 1 << 63, 1 << 63 - 1, 1 << 63 + 1, .max - 1, .max, 0xaaaa_aaaa_aaaa_aaaa,
  ]

  init() throws {
    let hash = try TreeHash()
    var levels = [try SHA256().digest(of: [0])]
    for level in 0..<63 { levels.append(try hash.node(levels[level], levels[level])) }
    self.hash = hash
    self.levels = levels
  }

  private func root(_ size: UInt64) throws -> Digest {
    try hash.root(ofSize: size) { levels[$0.level] }
  }

  @Test(arguments: sizes)
  func `leaves are proven in few steps`(size: UInt64) throws {
    let root = try root(size)
    for index in [0, 1, size / 3, size / 2, size - 2, size - 1] {
      #expect(try ProofPlan.inclusion(of: index, in: size).nodes.count <= 128)
      let proof = try InclusionProof(of: index, in: size, hash) { levels[$0.level] }
      try proof.verify(leaf: levels[0], root: root, hash)
      #expect(throws: ProofFailure.otherRoot) {
        try proof.verify(leaf: levels[1], root: root, hash)
      }
    }
  }

  @Test(arguments: sizes)
  func `growth is proven in few steps`(size: UInt64) throws {
    let later = try root(size)
    for from in [1, 2, 3, size / 3, size / 2, size - 1, size] {
      #expect(try ProofPlan.consistency(from: from, to: size).nodes.count <= 128)
      let proof = try ConsistencyProof(from: from, to: size, hash) { levels[$0.level] }
      try proof.verify(earlier: root(from), later: later, hash)
    }
  }

  @Test func `no index, size or length of path makes verification fail otherwise than by refusing`()
    throws
  {
    let edges: [UInt64] = [0, 1, 2, 3, 1 << 32, 1 << 63 - 1, 1 << 63, 1 << 63 + 1, .max - 1, .max]
    for first in edges {
      for second in edges {
        for count in [0, 1, 2, 31, 32, 62, 63, 64, 65, 66, 1000] {
          let path = [Digest](repeating: levels[5], count: count)
          let inclusion = InclusionProof(index: first, size: second, path: path)
          #expect(throws: ProofFailure.self) {
            try inclusion.verify(leaf: levels[0], root: levels[1], hash)
          }
          let consistency = ConsistencyProof(from: first, to: second, path: path)
          #expect(throws: ProofFailure.self) {
            try consistency.verify(earlier: levels[0], later: levels[1], hash)
          }
        }
      }
    }
  }
}
