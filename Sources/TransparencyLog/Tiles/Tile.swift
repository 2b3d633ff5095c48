/// One of the files in which a log is served (C2SP tlog-tiles): up to 256 adjacent hashes of its
/// tree, or up to 256 adjacent entries.
///
/// A tile of level L holds nodes of the tree's level 8·L, so each of its hashes covers a full tile
/// of level L - 1; an entry bundle holds the entries under the hashes of a tile of level 0. What a
/// tile holds never changes: a partial one is the beginning of the full one.
///
/// ```swift
/// for tile in Tile.hashes(ofSize: 70_000) { print(tile) }  // tile/0/000 … tile/2/000.p/1
/// Tile(path: "tile/0/x001/x234/067")?.leaves.lowerBound  // 315921152
/// ```
public struct Tile: Hashable, Sendable {
  /// What a tile holds.
  public enum Kind: Hashable, Sendable {
    /// Hashes of this level L of the specification, not of the tree.
    case hashes(level: Int)
    /// Entries, each preceded by its length: an ``EntryBundle``.
    case entries
  }

  public let kind: Kind
  /// Among the tiles of this kind, from 0: N of the specification.
  public let index: UInt64
  /// The number of hashes or entries: 256, or less in a partial tile.
  public let width: Int

  /// The width of a full tile.
  public static var fullWidth: Int { 256 }

  /// A full tile, or a partial one of fewer hashes or entries.
  ///
  /// - Returns: nil for a width other than 1 to 256, and for a tile that no tree of at most
  ///   2^64 - 1 leaves has: every tile of a level above 7 among them, although the specification
  ///   counts levels to 63.
  public init?(_ kind: Kind, index: UInt64, width: Int = fullWidth) {
    if case .hashes(let level) = kind {
      guard (0..<8).contains(level) else { return nil }
    }
    guard (1...Self.fullWidth).contains(width) else { return nil }
    let (start, isBeyond) = index.multipliedReportingOverflow(by: UInt64(Self.fullWidth))
    let (end, endsBeyond) = start.addingReportingOverflow(UInt64(width))
    // The largest tree has so many nodes of this level.
    guard !isBeyond, !endsBeyond, end <= UInt64.max >> UInt64(kind.treeLevel) else { return nil }
    self.init(existing: kind, index, width)
  }

  /// Without the check: the caller knows that a tree has the tile.
  init(existing kind: Kind, _ index: UInt64, _ width: Int) {
    self.kind = kind
    self.index = index
    self.width = width
  }

  /// Whether it has fewer than 256 hashes or entries.
  public var isPartial: Bool { width < Self.fullWidth }

  /// The nodes of the tree whose hashes the tile holds, from left to right; of a bundle, the leaves
  /// of its entries.
  public var nodes: [NodeAddress] {
    (start..<start + UInt64(width)).map { NodeAddress(existing: kind.treeLevel, $0) }
  }

  /// The indices, from 0, of the entries that it holds or whose hashes it covers.
  public var leaves: Range<UInt64> {
    start << UInt64(kind.treeLevel)..<(start + UInt64(width)) << UInt64(kind.treeLevel)
  }

  /// The sizes of the trees that consist of this tile, among others: every size from which on there
  /// is a full tile; those of a partial tile end before the next hash or entry is complete.
  ///
  /// A log whose size is a later one has the tile's contents too, in a wider tile, and may serve
  /// it: see ``isHeld(bySize:)``.
  public var sizes: ClosedRange<UInt64> {
    let first = leaves.upperBound
    return first...(isPartial ? first + (1 << UInt64(kind.treeLevel) - 1) : .max)
  }

  /// Whether a log of this size has all that the tile holds.
  public func isHeld(bySize size: UInt64) -> Bool { size >= sizes.lowerBound }

  /// Among the nodes of its level.
  private var start: UInt64 { index * UInt64(Self.fullWidth) }
}

extension Tile.Kind {
  /// The level of the tree whose nodes a tile of this kind holds or hashes to: 8·L.
  var treeLevel: Int {
    switch self {
    case .hashes(let level): 8 * level
    case .entries: 0
    }
  }
}
