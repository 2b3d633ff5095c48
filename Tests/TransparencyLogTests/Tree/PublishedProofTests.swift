import Cryptography
import Testing
import TransparencyLog

/// The proofs over the eight-leaf tree that the implementations of certificate transparency share:
/// `kSHA256Paths` and `kSHA256Proofs` of google/certificate-transparency, and the first ones of
/// transparency-dev/merkle. The wrong ones alter them in every way that the latter's `testdata`
/// folder does, and add its cases of empty trees and equal sizes.
@Suite final class `Published proofs` {
  /// The tree's nodes: the first leaf that each covers, and how many.
  private static let nodes: [String: String] = [
    "0+1": "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "1+1": "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
    "2+1": "0298d122906dcfc10892cb53a73992fc5b9f493ea4c9badb27b791b4127a7fe7",
    "3+1": "07506a85fd9dd2f120eb694f86011e5bb4662e5c415a62917033d4a9624487e7",
    "4+1": "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    "5+1": "4271a26be0d8a84f0bd54c8c302e7cb3a3b5d1fa6780a40bcce2873477dab658",
    "0+2": "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "2+2": "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
    "4+2": "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
    "6+2": "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
    "0+3": "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "4+3": "837dbb152e9b079010717e84e865da4ebc0fa198a806d59d31bf15accef22d0e",
    "0+4": "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4+4": "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    "0+5": "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "0+6": "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "0+7": "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "0+8": "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    "none": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
  ]

  private static let inclusions: [(index: UInt64, size: UInt64, path: [String])] = [
    (0, 1, []), (0, 8, ["1+1", "2+2", "4+4"]), (5, 8, ["4+1", "6+2", "0+4"]), (2, 3, ["0+2"]),
    (1, 5, ["0+1", "2+2", "4+1"]),
  ]

  private static let consistencies: [(from: UInt64, to: UInt64, path: [String])] = [
    (1, 1, []), (1, 8, ["1+1", "2+2", "4+4"]), (6, 8, ["4+2", "6+2", "0+4"]),
    (2, 5, ["2+2", "4+1"]), (3, 7, ["2+1", "3+1", "0+2", "4+3"]),
  ]

  private static func digest(_ name: String) throws -> Digest {
    try #require(nodes[name].flatMap { Digest(hexadecimal: $0) })
  }

  private let stranger: Digest
  private let hash: TreeHash

  init() throws {
    hash = try TreeHash()
    stranger = try Self.digest("none")
  }

  /// The paths that the published wrong proofs have in place of this one.
  private func wrong(_ path: [Digest], _ ends: [Digest]) -> [[Digest]] {
    var wrong = ends.flatMap { [[$0] + path, path + [$0]] }
    for place in path.indices {
      for bit in [3, 4] {
        var other = path
        other[place] = path[place].flipping(bit: bit)
        wrong.append(other)
      }
    }
    if !path.isEmpty { wrong += [[], Array(path.dropLast()), Array(path.dropFirst())] }
    if let first = path.first { wrong += [[first] + path, [path[0], first] + path.dropFirst()] }
    return wrong
  }

  @Test(arguments: inclusions.indices)
  func `a published inclusion proof is accepted, and none that was altered`(number: Int) throws {
    let (index, size, names) = Self.inclusions[number]
    let path = try names.map(Self.digest)
    let (leaf, root) = (try Self.digest("\(index)+1"), try Self.digest("0+\(size)"))
    try InclusionProof(index: index, size: size, path: path).verify(leaf: leaf, root: root, hash)

    var altered = wrong(path, [root, stranger]).map { (index, size, $0, leaf, root) }
    altered += [index &- 1, index + 1, index ^ 2].map { ($0, size, path, leaf, root) }
    altered += [size * 2, size / 2, 0].map { (index, $0, path, leaf, root) }
    altered += [stranger, root.flipping(bit: 0)].flatMap {
      [(index, size, path, leaf, $0), (index, size, path, $0, root)]
    }
    for (index, size, path, leaf, root) in altered {
      #expect(throws: ProofFailure.self) {
        try InclusionProof(index: index, size: size, path: path)
          .verify(leaf: leaf, root: root, hash)
      }
    }
  }

  @Test(arguments: consistencies.indices)
  func `a published consistency proof is accepted, and none that was altered`(number: Int) throws {
    let (from, to, names) = Self.consistencies[number]
    let path = try names.map(Self.digest)
    let (first, second) = (try Self.digest("0+\(from)"), try Self.digest("0+\(to)"))
    try ConsistencyProof(from: from, to: to, path: path)
      .verify(earlier: first, later: second, hash)

    var altered = wrong(path, [first, second, stranger]).map { (from, to, $0, first, second) }
    altered += [from - 1, from + 1, from ^ 2].map { ($0, to, path, first, second) }
    altered += [to * 2, to / 2].map { (from, $0, path, first, second) }
    altered += [(from, to, path, stranger, second), (from, to, path, first, stranger)]
    if first != second { altered.append((from, to, path, second, first)) }
    for (from, to, path, first, second) in altered {
      #expect(throws: ProofFailure.self) {
        try ConsistencyProof(from: from, to: to, path: path)
          .verify(earlier: first, later: second, hash)
      }
    }
  }

  @Test func `empty trees and equal sizes are judged as published`() throws {
    let (one, other) = (try Self.digest("0+1"), try Self.digest("0+2"))
    let refused: [(UInt64, UInt64, Digest, Digest, [Digest])] = [
      (0, 0, one, one, []), (0, 0, one, other, []), (0, 0, one, one, [one]),
      (0, 1, one, other, []), (0, 1, stranger, other, []), (0, 1, stranger, stranger, [stranger]),
      (1, 0, one, other, []), (2, 1, one, other, []), (1, 2, one, other, []),
      (1, 1, one, other, []), (1, 1, one, one, [one]),
    ]
    for (from, to, first, second, path) in refused {
      #expect(throws: ProofFailure.self) {
        try ConsistencyProof(from: from, to: to, path: path)
          .verify(earlier: first, later: second, hash)
      }
    }
    try ConsistencyProof(from: 1, to: 1, path: []).verify(earlier: other, later: other, hash)
    #expect(throws: ProofFailure.noSuchLeaf(index: 0, size: 0)) {
      try InclusionProof(index: 0, size: 0, path: []).verify(leaf: one, root: stranger, hash)
    }
  }
}
