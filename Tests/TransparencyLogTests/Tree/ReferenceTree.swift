import Cryptography
import TransparencyLog

/// RFC 9162's recursive definitions, as written there (sections 2.1.1, 2.1.3.1 and
/// 2.1.4.1), and the store of nodes that the ledger keeps.
final class ReferenceTree {
  let leaves: [Digest]
  private let hash: TreeHash
  private var roots: [Range<Int>: Digest] = [:]
  /// For each leaf, the hashes of the perfect subtrees it completes, by level.
  private var stored: [[Digest]] = []
  private(set) var reads = 0

  convenience init(size: Int) throws {
    try self.init(entries: (0..<size).map { [UInt8($0 >> 8), UInt8($0 & 0xff)] })
  }

  init(entries: [[UInt8]]) throws {
    hash = try TreeHash()
    var leaves: [Digest] = []
    var range = CompactRange()
    for entry in entries {
      let leaf = try SHA256().digest(of: [0] + entry)
      leaves.append(leaf)
      stored.append(try range.append(leaf, hash))
    }
    self.leaves = leaves
  }

  /// A stored node, found by the position of the leaf that completes it.
  func node(_ address: NodeAddress) -> Digest {
    reads += 1
    return stored[Int(address.completingPosition) - 1][address.level]
  }

  /// MTH(D[range]).
  func root(_ range: Range<Int>) throws -> Digest {
    if let known = roots[range] { return known }
    guard range.count > 1 else { return try range.first.map { leaves[$0] } ?? hash.empty() }
    let middle = middle(range)
    let root = try hash.node(
      root(range.lowerBound..<middle), root(middle..<range.upperBound))
    roots[range] = root
    return root
  }

  /// PATH(leaf, D[range]).
  func path(_ leaf: Int, _ range: Range<Int>) throws -> [Digest] {
    guard range.count > 1 else { return [] }
    let middle = middle(range)
    let (left, right) = (range.lowerBound..<middle, middle..<range.upperBound)
    return leaf < middle
      ? try path(leaf, left) + [root(right)]
      : try path(leaf, right) + [root(left)]
  }

  /// PROOF(size, D[0:count]).
  func proof(_ size: Int, _ count: Int) throws -> [Digest] { try subproof(size, 0..<count, true) }

  private func subproof(_ end: Int, _ range: Range<Int>, _ isWhole: Bool) throws -> [Digest] {
    guard end < range.upperBound else { return isWhole ? [] : [try root(range)] }
    let middle = middle(range)
    let (left, right) = (range.lowerBound..<middle, middle..<range.upperBound)
    return end <= middle
      ? try subproof(end, left, isWhole) + [root(right)]
      : try subproof(end, right, false) + [root(left)]
  }

  private func middle(_ range: Range<Int>) -> Int {
    var split = 1
    while split * 2 < range.count { split *= 2 }
    return range.lowerBound + split
  }
}

extension Digest {
  /// The same digest but for one bit.
  func flipping(bit: Int) -> Digest {
    var bytes = bytes
    bytes[bit / 8 % 32] ^= 1 << UInt8(bit % 8)
    return Digest(bytes) ?? self
  }

  /// From 64 hexadecimal digits, as published digests are printed.
  init?(hexadecimal text: String) {
    let digits = text.compactMap(\.hexDigitValue)
    self.init(
      stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) })
  }
}

/// Every path with one error: a bit flipped, a hash left out, added or moved.
func alterations(of path: [Digest]) -> [[Digest]] {
  var altered: [[Digest]] = []
  for place in path.indices {
    var other = path
    other[place] = path[place].flipping(bit: place * 37 + path.count)
    altered.append(other)
    other = path
    other.remove(at: place)
    altered.append(other)
    other = path
    other.insert(path[place], at: place)
    altered.append(other)
    for second in path.indices where second > place && path[second] != path[place] {
      other = path
      other.swapAt(place, second)
      altered.append(other)
    }
  }
  if let stranger = Digest([UInt8](repeating: 7, count: 32)) {
    altered += [path + [stranger], [stranger] + path]
  }
  return altered
}
