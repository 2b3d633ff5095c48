/// Where a perfect subtree stands: at level L, index i, it covers the leaves i·2^L ..< (i + 1)·2^L.
///
/// Its hash never changes once its last leaf is there, so it can be stored.
public struct NodeAddress: Hashable, Sendable {
  /// 0 for a leaf, and one more for each doubling of the width.
  public let level: Int
  /// The number, from 0, among the nodes of this level.
  public let index: UInt64

  /// - Returns: nil where no tree of at most 2^64 - 1 leaves has such a node.
  public init?(level: Int, index: UInt64) {
    guard (0..<64).contains(level), index < UInt64.max >> UInt64(level) else { return nil }
    self.init(existing: level, index)
  }

  /// A node whose leaves are known to be countable.
  init(existing level: Int, _ index: UInt64) {
    self.level = level
    self.index = index
  }

  /// The position, counted from 1, of the leaf that completes the subtree: the store that keeps a
  /// node beside its last leaf finds it there.
  public var completingPosition: UInt64 { (index + 1) << UInt64(level) }
}
