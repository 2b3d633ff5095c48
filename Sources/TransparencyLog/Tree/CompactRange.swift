public import Cryptography

/// The nodes that stand for the leaves 0 ..< size of an RFC 9162 tree: one for each bit set in the
/// size, the widest first. All that appending needs, and the root follows from them.
///
/// Cost: an append hashes once for each subtree it completes, once on average; a root hashes at most
/// 63 times.
public struct CompactRange: Equatable, Sendable {
  /// How many leaves.
  public private(set) var size: UInt64
  /// The nodes, the widest first.
  public private(set) var nodes: [Digest]

  /// No leaf.
  public init() {
    size = 0
    nodes = []
  }

  /// A range whose nodes are known.
  ///
  /// - Returns: nil where their number is not that of the bits set in the size.
  public init?(size: UInt64, nodes: [Digest]) {
    guard nodes.count == size.nonzeroBitCount else { return nil }
    self.size = size
    self.nodes = nodes
  }

  /// Where the nodes of a range of this size end and how wide they are: each is completed by the leaf
  /// of number `end` (counted from 1) as its ancestor at `level` (0 for the leaf itself).
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
  /// - Returns: the nodes it completes, from the leaf itself (level 0) upwards.
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
  /// How many of the lowest bits are set before the first that is not.
  fileprivate var trailingOnes: Int { (~self).trailingZeroBitCount }
}
