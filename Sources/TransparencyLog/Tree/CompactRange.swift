public import Cryptography

/// The perfect subtrees that cover the leaves 0 ..< size of an RFC 9162 tree: one node for each bit
/// set in the size. Sufficient to append leaves and to compute the root.
///
/// Cost: an append hashes once for each subtree it completes, once on average; a root hashes at
/// most 63 times.
public struct CompactRange: Equatable, Sendable {
  /// The number of leaves.
  public private(set) var size: UInt64
  /// From left to right, that is, the widest first.
  public private(set) var nodes: [Digest]

  /// The empty tree.
  public init() {
    size = 0
    nodes = []
  }

  /// Restores a range from stored nodes.
  ///
  /// - Returns: nil if the number of nodes differs from the number of bits set in the size.
  public init?(size: UInt64, nodes: [Digest]) {
    guard nodes.count == size.nonzeroBitCount else { return nil }
    self.size = size
    self.nodes = nodes
  }

  /// The positions of a range's nodes in the tree, widest first.
  ///
  /// - Returns: for each node the number, from 1, of its last leaf, and its level: 0 for a leaf,
  ///   and L for 2^L leaves.
  public static func coordinates(size: UInt64) -> [(end: UInt64, level: Int)] {
    var end: UInt64 = 0
    return (0..<64).reversed().compactMap { level in
      let width = UInt64(1) << UInt64(level)
      guard size & width != 0 else { return nil }
      end += width
      return (end, level)
    }
  }

  /// Adds a leaf.
  ///
  /// - Returns: the nodes that it completes, by level; the first is the leaf itself.
  public mutating func append(
    _ leaf: Digest, _ hash: borrowing TreeHash
  ) throws(CryptographyFailure) -> [Digest] {
    var completed = [leaf]
    var node = leaf
    for _ in 0..<size.trailingOnes {
      node = try hash.node(nodes.removeLast(), node)
      completed.append(node)
    }
    nodes.append(node)
    size += 1
    return completed
  }

  /// The root hash of the tree.
  public func root(_ hash: borrowing TreeHash) throws(CryptographyFailure) -> Digest {
    guard var root = nodes.last else { return try hash.empty() }
    for node in nodes.dropLast().reversed() { root = try hash.node(node, root) }
    return root
  }
}

extension UInt64 {
  /// The number of consecutive set bits, from the lowest.
  fileprivate var trailingOnes: Int { (~self).trailingZeroBitCount }
}
