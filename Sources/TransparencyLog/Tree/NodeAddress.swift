/// Identifies a perfect subtree: level L, index i covers the leaves i·2^L ..< (i + 1)·2^L.
///
/// Its hash never changes once its last leaf exists, so it can be stored.
public struct NodeAddress: Hashable, Sendable {
  /// 0 for a leaf, and one more for each doubling of the width.
  public let level: Int
  /// Among the nodes of this level, from 0.
  public let index: UInt64

  /// - Returns: nil if no tree of at most 2^64 - 1 leaves has such a node.
  public init?(level: Int, index: UInt64) {
    guard (0..<64).contains(level), index < UInt64.max >> UInt64(level) else { return nil }
    self.init(existing: level, index)
  }

  /// Without the check: the caller knows that the node exists.
  init(existing level: Int, _ index: UInt64) {
    self.level = level
    self.index = index
  }

  /// The position, from 1, of the last leaf of the subtree, beside which a store can keep the node.
  public var completingPosition: UInt64 { (index + 1) << UInt64(level) }
}
