import Testing
import TransparencyLog

@Suite struct `Entry bundles` {
  private func bundle(_ entries: [[UInt8]]) throws -> EntryBundle {
    var bundle = EntryBundle()
    for entry in entries { try entry.withUnsafeBytes { try bundle.append($0) } }
    return bundle
  }

  @Test func `each entry stands behind its length in two bytes, the high one first`() throws {
    let entries: [[UInt8]] = [
      [], [7], Array("entry".utf8), [UInt8](repeating: 1, count: 0x0102),
      [UInt8](repeating: 2, count: 65_535),
    ]
    let bundle = try bundle(entries)
    #expect(Array(bundle.bytes.prefix(12)) == [0, 0, 0, 1, 7, 0, 5] + Array("entry".utf8))
    #expect(Array(bundle.bytes[12..<14]) == [1, 2])
    #expect(bundle.count == 5)
    #expect(bundle.entries.map(Array.init) == entries)
    let parsed = try EntryBundle(parsing: bundle.bytes, width: 5)
    #expect(parsed == bundle)
    #expect(parsed.entries.map(Array.init) == entries)
  }

  @Test func `no entry is given a wrong length, and no bundle more than 256 entries`() throws {
    var bundle = try bundle([[1]])
    let before = bundle
    let long = [UInt8](repeating: 0, count: 65_536)
    #expect(throws: EntryBundleFailure.tooLong(limit: 65_535)) {
      try long.withUnsafeBytes { try bundle.append($0) }
    }
    #expect(bundle == before)
    bundle = try self.bundle(Array(repeating: [1, 2], count: 256))
    let full = bundle
    #expect(throws: EntryBundleFailure.full) { try [9].withUnsafeBytes { try bundle.append($0) } }
    #expect(bundle == full)
    #expect(try EntryBundle(parsing: full.bytes, width: 256) == full)
  }

  @Test func `bytes that are cut are refused at every place, and so is another number of entries`()
    throws
  {
    let whole = try bundle([[1, 2, 3], [], [4]]).bytes
    let ends = [0, 5, 7, 10]
    for end in 0..<whole.count {
      let entry = ends.firstIndex { $0 > end } ?? 0
      #expect(
        throws: ends.contains(end)
          ? EntryBundleFailure.otherCount(expected: 3) : .cut(entry: entry)
      ) { try EntryBundle(parsing: Array(whole[..<end]), width: 3) }
    }
    for width in [0, 1, 2, 4, 256] {
      #expect(throws: EntryBundleFailure.otherCount(expected: width)) {
        try EntryBundle(parsing: whole, width: width)
      }
    }
    #expect(throws: EntryBundleFailure.otherCount(expected: 3)) {
      try EntryBundle(parsing: whole + [0, 0], width: 3)
    }
    #expect(throws: EntryBundleFailure.cut(entry: 1)) {
      try EntryBundle(parsing: [255, 255, 1], width: 1)
    }
    #expect(try EntryBundle(parsing: [], width: 0) == EntryBundle())
  }
}
