/// Why bytes are not an ``EntryBundle``, or why it takes no more entries.
public enum EntryBundleFailure: Error, Equatable, Sendable {
  /// The bytes end within this entry, counted from 1, or within its length.
  case cut(entry: Int)
  /// The bundle has more or fewer entries than the tile.
  case otherCount(expected: Int)
  /// The entry is longer than this limit, in bytes.
  case tooLong(limit: Int)
  /// The bundle has all the entries that a tile may have.
  case full
}
