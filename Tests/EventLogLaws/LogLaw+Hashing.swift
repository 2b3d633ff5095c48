internal import Cryptography
internal import EventLog
internal import Events
internal import Testing

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
  ]

  /// MTH of RFC 9162, section 2.1.1, word for word.
  private static func merkleRoot(_ leaves: ArraySlice<[UInt8]>) throws -> Digest {
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
