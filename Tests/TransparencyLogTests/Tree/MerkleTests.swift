import Cryptography
import Testing
import TransparencyLog

@Suite struct `Compact ranges` {
  /// The inputs and roots of the eight-leaf tree that certificate-transparency implementations share.
  private static let vectors = [
    ("", "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"),
    ("00", "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"),
    ("10", "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"),
    ("2021", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"),
    ("3031", "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4"),
    ("40414243", "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef"),
    ("5051525354555657", "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c"),
    (
      "606162636465666768696a6b6c6d6e6f",
      "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"
    ),
  ]

  private func leaf(_ bytes: [UInt8], _ hash: borrowing TreeHash) throws -> Digest {
    var result: Result<Digest, any Error> = .failure(CryptographyFailure.notAuthentic)
    bytes.withUnsafeBytes { buffer in
      do { result = .success(try hash.leaf(buffer)) } catch { result = .failure(error) }
    }
    return try result.get()
  }

  /// The root by the recursive definition of RFC 9162, section 2.1.1.
  private func root(_ leaves: ArraySlice<Digest>, _ hash: borrowing TreeHash) throws -> Digest {
    guard leaves.count > 1 else {
      return try leaves.first ?? hash.empty()
    }
    var split = 1
    while split * 2 < leaves.count { split *= 2 }
    let middle = leaves.startIndex + split
    return try hash.node(try root(leaves[..<middle], hash), try root(leaves[middle...], hash))
  }

  private func leaves(_ count: Int, _ hash: borrowing TreeHash) throws -> [Digest] {
    var leaves: [Digest] = []
    for number in 0..<count {
      leaves.append(try leaf([UInt8(number >> 8), UInt8(number & 0xff)], hash))
    }
    return leaves
  }

  @Test func `an empty tree’s root is the hash of nothing`() throws {
    let hash = try TreeHash()
    #expect(
      try CompactRange().root(hash).description
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  @Test func `the roots of one to eight leaves are those published`() throws {
    let hash = try TreeHash()
    var range = CompactRange()
    for (input, expected) in Self.vectors {
      let digits = input.compactMap(\.hexDigitValue)
      let bytes = stride(from: 0, to: digits.count, by: 2).map {
        UInt8(digits[$0] << 4 | digits[$0 + 1])
      }
      _ = try range.append(try leaf(bytes, hash), hash)
      #expect(try range.root(hash).description == expected)
    }
  }

  @Test func `a tree’s root is the recursive definition’s for sizes 0 to 300`() throws {
    let hash = try TreeHash()
    let all = try leaves(300, hash)
    var range = CompactRange()
    for size in 0...300 {
      #expect(range.size == UInt64(size))
      #expect(try range.root(hash) == (try root(all[..<size], hash)))
      if size < 300 { _ = try range.append(all[size], hash) }
    }
  }

  @Test func `each node is at its coordinates`() throws {
    let hash = try TreeHash()
    let all = try leaves(300, hash)
    var range = CompactRange()
    for size in 0..<300 {
      let coordinates = CompactRange.coordinates(size: UInt64(size))
      #expect(coordinates.count == range.nodes.count)
      #expect(coordinates.map { UInt64(1) << UInt64($0.level) }.reduce(0, +) == UInt64(size))
      for (place, node) in zip(coordinates, range.nodes) {
        let end = Int(place.end)
        #expect(try root(all[(end - (1 << place.level))..<end], hash) == node)
      }
      _ = try range.append(all[size], hash)
    }
  }

  @Test func `an append returns the nodes it completes, from the leaf up`() throws {
    let hash = try TreeHash()
    let all = try leaves(64, hash)
    var range = CompactRange()
    for index in 0..<64 {
      let completed = try range.append(all[index], hash)
      #expect(completed.count == (index + 1).trailingZeroBitCount + 1)
      for (level, node) in completed.enumerated() {
        #expect(try root(all[(index + 1 - (1 << level))...index], hash) == node)
      }
    }
  }

  @Test func `a range is rebuilt from its nodes, of the right number only`() throws {
    let hash = try TreeHash()
    let nodes = try leaves(3, hash)
    #expect(CompactRange(size: 3, nodes: nodes) == nil)
    #expect(CompactRange(size: 0, nodes: []) == CompactRange())
    #expect(CompactRange(size: 11, nodes: nodes)?.nodes == nodes)
  }
}
