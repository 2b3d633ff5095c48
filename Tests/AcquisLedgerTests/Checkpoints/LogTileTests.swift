import AcquisLedger
import Cryptography
import EventLog
import EventLogLaws
import Events
import SQLite
import SQLiteLog
import TestSupport
import Testing
import TransparencyLog

@Suite struct LogTileTests {
  @Test func `the tiles of a log are its bytes, and lead to its root, in every store`() throws {
    let folder = try TemporaryFolder()
    var random = SeededGenerator(seed: 12)
    let sizes = [1, 255, 256, 257, 700] + (0..<4).map { _ in 1 + random.below(900) }
    let logs: [any EventLog] = [
      try InMemoryLog(clock: TestClock().now),
      try SQLiteLog.create(at: folder.file("a.ledger"), clock: TestClock().now),
    ]
    for log in logs {
      _ = try log.append((0..<900).map { try Sample.validated($0) }, unless: nil)
      var bytes: [[UInt8]] = []
      try log.read(EventQuery()) { bytes.append(Array($0.bytes)) }
      for size in sizes { try check(log, bytes, UInt64(size)) }
    }
  }

  /// Bundles and hash tiles of a size, each compared with the other, and with the root.
  private func check(_ log: any EventLog, _ events: [[UInt8]], _ size: UInt64) throws {
    var entries: [[UInt8]] = []
    for tile in Tile.bundles(ofSize: size) {
      let bytes = try #require(try log.bytes(of: tile, inSize: size), "\(tile)")
      entries += try EntryBundle(parsing: bytes, width: tile.width).entries.map { Array($0) }
    }
    #expect(entries == Array(events.prefix(Int(size))))
    let hash = try TreeHash()
    let sha256 = try SHA256()
    var levels: [[Digest]] = []
    for tile in Tile.hashes(ofSize: size) {
      let bytes = try #require(try log.bytes(of: tile, inSize: size), "\(tile)")
      #expect(bytes.count == 32 * tile.width)
      if tile.index == 0 { levels.append([]) }
      levels[levels.count - 1] += stride(from: 0, to: bytes.count, by: 32).compactMap {
        Digest(Array(bytes[$0..<$0 + 32]))
      }
    }
    #expect(try levels.first == entries.map { try sha256.digest(of: [0] + $0) })
    var root: Digest?
    for (number, level) in levels.enumerated() {
      for index in 0..<level.count / 256 {
        var tree = CompactRange()
        for digest in level[index * 256..<index * 256 + 256] { _ = try tree.append(digest, hash) }
        #expect(try tree.root(hash) == levels[number + 1][index])
      }
      var rest = CompactRange()
      for digest in level.suffix(level.count % 256) { _ = try rest.append(digest, hash) }
      for node in rest.nodes.reversed() { root = try root.map { try hash.node(node, $0) } ?? node }
    }
    #expect(try root == log.root(ofSize: size))
  }

  @Test func `a log has no tile beyond the size asked for, and every narrower one`() throws {
    let log = try InMemoryLog.sample(300)
    for (path, size, isThere) in [
      ("tile/0/000", 255, false), ("tile/0/000", 256, true), ("tile/0/000.p/255", 254, false),
      ("tile/0/000.p/255", 300, true), ("tile/0/001.p/44", 300, true),
      ("tile/0/001.p/45", 300, false),
      ("tile/1/000.p/1", 255, false), ("tile/1/000.p/1", 256, true), ("tile/1/000.p/2", 300, false),
      ("tile/entries/001.p/44", 299, false), ("tile/entries/001.p/44", 300, true),
      ("tile/entries/x001/000", 300, false), ("tile/0/000.p/1", 0, false),
    ] as [(String, UInt64, Bool)] {
      let tile = try #require(Tile(path: path))
      #expect(try (log.bytes(of: tile, inSize: size) != nil) == isThere, "\(path) in \(size)")
    }
    let full = try log.bytes(of: #require(Tile(path: "tile/0/000")), inSize: 300)
    let part = try log.bytes(of: #require(Tile(path: "tile/0/000.p/255")), inSize: 300)
    #expect(try #require(full).starts(with: try #require(part)))
  }

  @Test func `a size above the log's is an error, not a shorter tile`() throws {
    let log = try InMemoryLog.sample(300)
    for path in ["tile/0/001.p/45", "tile/entries/001.p/45", "tile/1/000.p/2", "tile/entries/002"] {
      let tile = try #require(Tile(path: path))
      #expect(throws: LogFailure.self) { try log.bytes(of: tile, inSize: 1_000) }
    }
  }

  @Test func `the longest event is served whole, and a bundle can say every length of one`() throws
  {
    #expect(EncodedEvent.limit == EntryBundle.longestEntry)
    let log = try InMemoryLog(clock: TestClock().now)
    _ = try log.append([Sample.validated(0), Sample.longest(1), Sample.validated(2)], unless: nil)
    let tile = try #require(Tile(.entries, index: 0, width: 3))
    let bundle = try EntryBundle(
      parsing: #require(try log.bytes(of: tile, inSize: 3)), width: 3)
    var lengths: [Int] = []
    try log.read(EventQuery()) { lengths.append($0.bytes.count) }
    #expect(bundle.entries.map(\.count) == lengths)
    #expect(lengths[1] > 65_500)
  }

  @Test func `a damaged or missing event is an error of its bundle, and not of the hashes`() throws
  {
    let folder = try TemporaryFolder()
    let path = folder.file("a.ledger")
    try SQLiteLog.create(at: path, clock: TestClock().now).sample(9)
    let entries = try #require(Tile(.entries, index: 0, width: 9))
    let hashes = try #require(Tile(.hashes(level: 0), index: 0, width: 6))
    let before = try #require(Tile(.entries, index: 0, width: 3))
    for (changes, defect) in [
      (
        [
          "DROP TRIGGER event_is_not_changed", "DROP TRIGGER event_is_not_deleted",
          "UPDATE event SET bytes = CAST(replace(bytes, ':17', ':18') AS BLOB) WHERE position = 4",
        ], LogDefect(.bytes, at: Position(4))
      ),
      (
        [
          "UPDATE event SET bytes = CAST(replace(bytes, ':18', ':17') AS BLOB)",
          "DELETE FROM event WHERE position = 7",
        ], LogDefect(.missing, at: Position(7))
      ),
    ] {
      do {
        let database = try Database(path, .readWrite, timeout: 0)
        for change in changes { try database.execute(change) }
      }
      let log = try SQLiteLog(opening: path, access: .readOnly, clock: TestClock().now)
      #expect(throws: LogFailure.defect(defect)) { try log.bytes(of: entries, inSize: 9) }
      #expect(try log.bytes(of: hashes, inSize: 9)?.count == 32 * 6)
      #expect(try log.bytes(of: before, inSize: 9) != nil)
    }
  }
}

extension SQLiteLog {
  /// Adds so many events, then closes the log.
  fileprivate func sample(_ count: Int) throws {
    _ = try append((0..<count).map { try Sample.validated($0) }, unless: nil)
    try seal()
  }
}
