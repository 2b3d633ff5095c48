internal import Cryptography
internal import EventLog
internal import Events
internal import TestSupport
internal import Testing
internal import TransparencyLog

extension LogLaw {
  static let hashing: [LogLaw] = [
    LogLaw("the root is that of RFC 9162 over the bytes, at every size") { make in
      let log = try make(TestClock().now)
      #expect(try log.head().root == merkleRoot([]))
      var count = 0
      for batch in [1, 1, 1, 1, 3, 1, 8, 15, 1, 33] {
        try log.append((0..<batch).map { try Sample.validated(count + $0) })
        count += batch
        #expect(try log.head().root == merkleRoot(log.bytes()[...]), "\(count) events")
        #expect(try log.head().last == Position(Int64(count)))
      }
    },
    LogLaw("the bytes and the root are those of a log in memory, for the same clock") { make in
      let (log, memory) = (try make(TestClock().now), try InMemoryLog(clock: TestClock().now))
      var random = SeededGenerator(seed: 5)
      for start in stride(from: 0, to: 200, by: 40) {
        let batch = try (start..<start + 40).map { try Sample.random($0, &random) }
        #expect(try log.append(batch, unless: nil) == memory.append(batch, unless: nil))
      }
      #expect(try log.head() == memory.head())
      #expect(try log.bytes() == memory.bytes())
    },
    LogLaw("every node is the root of its leaves, and none is of leaves to come") { make in
      let log = try make(TestClock().now)
      for batch in [1, 6, 1, 29] {
        let count = Int(try log.head().last.number)
        try log.append((0..<batch).map { try Sample.validated(count + $0) })
      }
      let leaves = try log.bytes()
      for level in 0...6 {
        let width = 1 << level
        for index in 0...leaves.count / width {
          let address = try #require(NodeAddress(level: level, index: UInt64(index)))
          let end = (index + 1) * width
          if end <= leaves.count {
            #expect(try log.node(address) == merkleRoot(leaves[index * width..<end]))
          } else {
            #expect(throws: LogFailure.self) { try log.node(address) }
          }
        }
      }
    },
    LogLaw("a proof is made of few nodes, and leads from the bytes to the root") { make in
      let log = try make(TestClock().now)
      for start in stride(from: 0, to: 100, by: 25) {
        try log.append((start..<start + 25).map { try Sample.validated($0) })
      }
      let leaves = try log.bytes()
      let hash = try TreeHash()
      for size in 1...leaves.count {
        let root = try merkleRoot(leaves[..<size])
        var reads = 0
        let index = 31 % size
        let proof = try InclusionProof(of: UInt64(index), in: UInt64(size), hash) { address in
          reads += 1
          return try log.node(address)
        }
        #expect(reads <= 2 * 7)
        try proof.verify(leaf: merkleRoot([leaves[index]]), root: root, hash)
        let growth = try ConsistencyProof(from: UInt64(size), to: 100, hash) { try log.node($0) }
        try growth.verify(earlier: root, later: log.head().root, hash)
        #expect(try hash.root(ofSize: UInt64(size)) { try log.node($0) } == root)
      }
    },
  ]

  /// MTH of RFC 9162, section 2.1.1.
  static func merkleRoot(_ leaves: ArraySlice<[UInt8]>) throws -> Digest {
    let hash = try SHA256()
    guard let first = leaves.first else { return try hash.digest(of: []) }
    guard leaves.count > 1 else { return try hash.digest(of: [0] + first) }
    var half = 1
    while half * 2 < leaves.count { half *= 2 }
    let left = try merkleRoot(leaves.prefix(half))
    let right = try merkleRoot(leaves.dropFirst(half))
    return try hash.digest(of: [1] + left.bytes + right.bytes)
  }
}
