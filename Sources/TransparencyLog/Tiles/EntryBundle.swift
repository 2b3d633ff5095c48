/// Adjacent entries of a log in one run of bytes (C2SP tlog-tiles): each is preceded by its length
/// in two bytes, big-endian.
///
/// Parsing proves nothing about the entries: hash each and compare it with the leaf hash of the
/// tile of level 0.
public struct EntryBundle: Hashable, Sendable {
  /// The longest entry that the two bytes can announce, in bytes.
  public static var longestEntry: Int { 65_535 }

  /// The bundle as it is served.
  public private(set) var bytes: [UInt8]
  /// The number of entries.
  public private(set) var count: Int

  /// No entries yet.
  public init() {
    bytes = []
    count = 0
  }

  /// Checks that bytes are whole entries, as many as the tile has; ``bytes`` are then the same.
  ///
  /// - Throws: ``EntryBundleFailure/cut(entry:)`` and ``EntryBundleFailure/otherCount(expected:)``.
  public init(parsing bytes: [UInt8], width: Int) throws(EntryBundleFailure) {
    var (end, count) = (0, 0)
    while end < bytes.count {
      guard count < width else { throw .otherCount(expected: width) }
      guard let entry = Self.entry(at: end, in: bytes) else { throw .cut(entry: count + 1) }
      end = entry.upperBound
      count += 1
    }
    guard count == width else { throw .otherCount(expected: width) }
    self.bytes = bytes
    self.count = count
  }

  /// Adds an entry.
  ///
  /// - Throws: ``EntryBundleFailure/tooLong(limit:)`` and ``EntryBundleFailure/full``; nothing was
  ///   added then.
  public mutating func append(_ entry: UnsafeRawBufferPointer) throws(EntryBundleFailure) {
    guard let length = UInt16(exactly: entry.count) else {
      throw .tooLong(limit: Self.longestEntry)
    }
    guard count < Tile.fullWidth else { throw .full }
    bytes.append(UInt8(length >> 8))
    bytes.append(UInt8(truncatingIfNeeded: length))
    unsafe bytes.append(contentsOf: entry)
    count += 1
  }

  /// The entries, in order, without their lengths.
  public var entries: [ArraySlice<UInt8>] {
    var entries: [ArraySlice<UInt8>] = []
    var end = 0
    while let entry = Self.entry(at: end, in: bytes) {
      entries.append(bytes[entry])
      end = entry.upperBound
    }
    return entries
  }

  /// Where the entry is whose length begins at `start`; nil if it is not whole.
  private static func entry(at start: Int, in bytes: [UInt8]) -> Range<Int>? {
    guard bytes.count - start >= 2 else { return nil }
    let length = Int(bytes[start]) << 8 | Int(bytes[start + 1])
    guard bytes.count - start - 2 >= length else { return nil }
    return start + 2..<start + 2 + length
  }
}
