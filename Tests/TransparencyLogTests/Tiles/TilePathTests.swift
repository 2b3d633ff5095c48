import TestSupport
import Testing
import TransparencyLog

@Suite struct `Paths of tiles` {
  @Test func `the paths are those of the specification`() throws {
    for (kind, index, width, path) in [
      (Tile.Kind.hashes(level: 0), 1_234_067, 256, "tile/0/x001/x234/067"),
      (.entries, 1_234_067, 256, "tile/entries/x001/x234/067"),
      (.hashes(level: 0), 0, 256, "tile/0/000"), (.hashes(level: 7), 0, 3, "tile/7/000.p/3"),
      (.hashes(level: 1), 273, 17, "tile/1/273.p/17"),
      (.entries, 1_234, 5, "tile/entries/x001/234.p/5"),
      (.entries, 999, 255, "tile/entries/999.p/255"),
      (.entries, 1_000, 1, "tile/entries/x001/000.p/1"),
      (.hashes(level: 0), 1_000_000, 256, "tile/0/x001/x000/000"),
      (.hashes(level: 0), (1 << 56) - 1, 255, "tile/0/x072/x057/x594/x037/x927/935.p/255"),
    ] as [(Tile.Kind, UInt64, Int, String)] {
      let tile = try #require(Tile(kind, index: index, width: width))
      #expect(tile.path == path)
      #expect(Tile(path: path) == tile)
    }
  }

  @Test(.tags(.property)) func `every path that is printed is parsed to the same tile`() throws {
    var random = SeededGenerator(seed: 31)
    for _ in 0..<5_000 {
      let level = random.below(9) - 1
      let kind = level < 0 ? Tile.Kind.entries : .hashes(level: level)
      let index = random.next() >> UInt64(8 * (max(0, level) + 1) + random.below(40))
      guard let tile = Tile(kind, index: index, width: 1 + random.below(256)) else { continue }
      #expect(Tile(path: tile.path) == tile, "\(tile)")
    }
  }

  @Test(arguments: [
    // The parts.
    "", "/", "tile", "tile/", "tile/0", "tile/0/", "tile//000", "/tile/0/000", "tile/0/000/",
    "tile/0//000",
    "tiles/0/000", "Tile/0/000", "checkpoint", "tile/entries", "tile/entries/", "tile/entry/000",
    "tile/Entries/000", "tile/data/000", "../tile/0/000", "tile/../0/000", "tile/0/./000",
    "tile/0/000?x",
    " tile/0/000", "tile/0/000 ", "tile/0/000\n",
    // L.
    "tile/00/000", "tile/01/000", "tile/+0/000", "tile/-1/000", "tile/ 0/000", "tile/0x0/000",
    "tile/8/000.p/1", "tile/63/000", "tile/64/000", "tile/256/000", "tile/18446744073709551616/000",
    "tile/٠/000",
    // N.
    "tile/0/0", "tile/0/00", "tile/0/0000", "tile/0/x000", "tile/0/x000/001",
    "tile/0/x000/x001/002",
    "tile/0/001/002", "tile/0/x001/x002", "tile/0/x01/002", "tile/0/x0001/002", "tile/0/X001/002",
    "tile/0/x001/02", "tile/0/x001//002", "tile/0/xx01/002", "tile/0/x-01/002", "tile/0/+01",
    "tile/0/0x1",
    "tile/0/12a", "tile/0/a123", "tile/0/123x", "tile/0/٠٠٠", "tile/0/0%30",
    "tile/0/x099/x999/x999/x999/x999/999", "tile/0/x018/x446/x744/x073/x709/x551/616",
    "tile/7/001.p/1",
    // W.
    "tile/0/000.p", "tile/0/000.p/", "tile/0/000.p/0", "tile/0/000.p/256", "tile/0/000.p/257",
    "tile/0/000.p/01", "tile/0/000.p/+1", "tile/0/000.p/-1", "tile/0/000.p/1/",
    "tile/0/000.p/1.p/1",
    "tile/0/000.p.p/1", "tile/0/000.P/1", "tile/0/000p/1", "tile/0/.p/1", "tile/0/x001.p/000.p/1",
    "tile/0/x001.p/002/1", "tile/0/000.p/ 1", "tile/0/000.p/1 ",
    "tile/0/000.p/18446744073709551617",
    "tile/7/000",
  ])
  func `a path in any other form is refused`(path: String) {
    #expect(Tile(path: path) == nil)
  }

  @Test(.tags(.property)) func `a path with one byte changed is refused or another tile's`() throws
  {
    var random = SeededGenerator(seed: 32)
    let alphabet = Array("0123456789x./ptilesnr-".utf8)
    for path in ["tile/0/x001/x234/067", "tile/entries/x001/234.p/5", "tile/2/000.p/255"] {
      for _ in 0..<3_000 {
        var bytes = Array(path.utf8)
        let place = random.below(bytes.count)
        switch random.below(3) {
        case 0: bytes[place] = random.pick(alphabet)
        case 1: bytes.insert(random.pick(alphabet), at: place)
        default: bytes.remove(at: place)
        }
        let changed = String(decoding: bytes, as: UTF8.self)
        #expect(Tile(path: changed).map(\.path) ?? changed == changed)
      }
    }
  }
}
