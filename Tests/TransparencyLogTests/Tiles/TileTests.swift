import Cryptography
import TestSupport
import Testing
import TransparencyLog

@Suite struct `Tiles of a tree` {
  @Test func `a tree of 70,000 consists of the tiles that the specification counts`() throws {
    let tiles = Array(Tile.hashes(ofSize: 70_000))
    func count(_ level: Int, isPartial: Bool) -> Int {
      tiles.count { $0.kind == .hashes(level: level) && $0.isPartial == isPartial }
    }
    #expect(count(0, isPartial: false) == 273)
    #expect(count(1, isPartial: false) == 1)
    #expect(
      tiles.filter(\.isPartial).map(\.path)
        == ["tile/0/273.p/112", "tile/1/001.p/17", "tile/2/000.p/1"])
    #expect(tiles.count == 273 + 1 + 3)
    #expect(Array(Tile.hashes(ofSize: 256)).map(\.path) == ["tile/0/000", "tile/1/000.p/1"])
    #expect(
      Array(Tile.bundles(ofSize: 513)).map(\.path)
        == ["tile/entries/000", "tile/entries/001", "tile/entries/002.p/1"])
    #expect(Array(Tile.hashes(ofSize: 0)).isEmpty && Array(Tile.bundles(ofSize: 0)).isEmpty)
  }

  @Test func `a tile is one of a tree exactly at its sizes, and is held from the first of them on`()
    throws
  {
    let sizes: [UInt64] =
      Array(0...600) + [65_535, 65_536, 65_537, 65_791, 65_792, 70_000, 131_071, 131_072]
    let trees = sizes.map { size in Set(Tile.hashes(ofSize: size)).union(Tile.bundles(ofSize: size))
    }
    var tiles: Set<Tile> = []
    for tree in trees { tiles.formUnion(tree) }
    for tile in tiles {
      for (size, tree) in zip(sizes, trees) {
        let isInTree = tree.contains(tile)
        if tile.sizes.contains(size) != isInTree { Issue.record("\(tile) in \(size)") }
        if tile.isHeld(bySize: size) != (tile.leaves.upperBound <= size) {
          Issue.record("\(tile) held by \(size)")
        }
      }
    }
  }

  @Test func `the largest tree has a last tile of every level, and no tile is beyond it`() throws {
    for level in 0..<8 {
      let kind = Tile.Kind.hashes(level: level)
      let nodes = UInt64.max >> UInt64(8 * level)
      let last = try #require(Tile(kind, index: nodes / 256, width: 255))
      #expect(last.sizes.upperBound == .max)
      #expect(last.leaves.upperBound == nodes << UInt64(8 * level))
      #expect(last.nodes.last == NodeAddress(level: 8 * level, index: nodes - 1))
      #expect(NodeAddress(level: 8 * level, index: nodes) == nil)
      #expect(Tile(kind, index: nodes / 256, width: 256) == nil)
      #expect(Tile(kind, index: nodes / 256 + 1, width: 1) == nil)
      if level < 7 { #expect(Tile(kind, index: nodes / 256 - 1)?.sizes.upperBound == .max) }
    }
    var largest = Tile.hashes(ofSize: .max).makeIterator()
    #expect(largest.next()?.path == "tile/0/000")
    for level in [-1, 8, 63, .max] {
      #expect(Tile(.hashes(level: level), index: 0, width: 1) == nil)
    }
    for width in [-1, 0, 257, .max, .min] { #expect(Tile(.entries, index: 0, width: width) == nil) }
    #expect(Tile(.entries, index: .max, width: 1) == nil)
    #expect(Tile(.entries, index: 1 << 56, width: 1) == nil)
  }

  @Test(arguments: [1, 2, 255, 256, 257, 700, 65_535, 65_536, 70_000])
  func `its tiles' nodes lead to the tree's root, and each is the root of a full tile below`(
    size: Int
  ) throws {
    let tree = try ReferenceTree(entries: (0..<size).map { Array(String($0).utf8) })
    let hash = try TreeHash()
    var levels: [[Digest]] = []
    for tile in Tile.hashes(ofSize: UInt64(size)) {
      guard case .hashes(let level) = tile.kind else { continue }
      if level == levels.count { levels.append([]) }
      #expect(UInt64(levels[level].count) == tile.index * 256)
      levels[level] += tile.nodes.map(tree.node)
      #expect(tile.nodes.count == tile.width)
    }
    #expect(levels.first == tree.leaves)
    for (lower, upper) in zip(levels, levels.dropFirst()) {
      #expect(upper.count == lower.count / 256)
      for (index, digest) in upper.enumerated() {
        #expect(try root(of: lower[index * 256..<index * 256 + 256], hash) == digest)
      }
    }
    // The partial tiles alone are enough for the root.
    var root: Digest?
    for level in levels {
      var rest = CompactRange()
      for digest in level.suffix(level.count % 256) { _ = try rest.append(digest, hash) }
      for node in rest.nodes.reversed() { root = try root.map { try hash.node(node, $0) } ?? node }
    }
    #expect(try root == tree.root(0..<size))
  }

  private func root(of leaves: some Sequence<Digest>, _ hash: borrowing TreeHash) throws -> Digest {
    var range = CompactRange()
    for leaf in leaves { _ = try range.append(leaf, hash) }
    return try range.root(hash)
  }
}
