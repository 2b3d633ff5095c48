import Cryptography
import Testing
import TransparencyLog

@Suite final class `Proofs in a file` {
  private static let origin = "example.com/log"
  private let hash: TreeHash
  private let key: SigningKey
  private let leaves: [Digest]
  private var stored: [[Digest]] = []
  private let head: Checkpoint

  init() throws {
    hash = try TreeHash()
    key = try signingKey(Self.origin, 1)
    var range = CompactRange()
    var leaves: [Digest] = []
    for number in 0..<11 {
      leaves.append(try SHA256().digest(of: [0, UInt8(number)]))
      stored.append(try range.append(leaves[number], hash))
    }
    self.leaves = leaves
    head = try Checkpoint(origin: Self.origin, size: 11, root: range.root(hash))
  }

  private func proof(_ index: UInt64, extra: [UInt8] = []) throws -> TlogProof {
    let proof = try InclusionProof(of: index, in: 11, hash) { [stored] in
      stored[Int($0.completingPosition) - 1][$0.level]
    }
    return try TlogProof(
      index: index, path: proof.path, checkpoint: head.signed(by: key), extra: extra)
  }

  private func parse(_ text: String) throws -> TlogProof {
    try TlogProof(parsing: Array(text.utf8))
  }

  @Test func `every entry is proven by what its file holds`() throws {
    for index in 0..<11 {
      let bytes = try proof(UInt64(index)).bytes
      let read = try TlogProof(parsing: bytes)
      #expect(read.bytes == bytes)
      let checkpoint = try read.verify(
        leaf: leaves[index], origin: Self.origin, keys: [key.verifier], hash)
      #expect(checkpoint == head)
      #expect(throws: TlogProofFailure.inclusion(.otherRoot)) {
        try read.verify(
          leaf: leaves[(index + 1) % 11], origin: Self.origin, keys: [key.verifier], hash)
      }
    }
  }

  @Test func `the file has the form of the specification`() throws {
    let proof = try proof(10, extra: Array("more".utf8))
    let hashes = proof.path.map { Base64.encode($0.bytes) + "\n" }.joined()
    let expected = """
      c2sp.org/tlog-proof@v1
      extra bW9yZQ==
      index 10
      \(hashes)
      \(head.text)
      """
    let text = String(decoding: proof.bytes, as: UTF8.self)
    #expect(text.hasPrefix(expected + "\n— example.com/log "))
    let read = try TlogProof(parsing: proof.bytes)
    #expect(read == proof)
    #expect(read.unverifiedExtra == Array("more".utf8))
  }

  @Test func `a proof of one leaf has no hashes`() throws {
    let head = try Checkpoint(origin: Self.origin, size: 1, root: leaves[0])
    let proof = try TlogProof(index: 0, path: [], checkpoint: head.signed(by: key))
    let text = String(decoding: proof.bytes, as: UTF8.self)
    #expect(text.hasPrefix("c2sp.org/tlog-proof@v1\nindex 0\n\nexample.com/log\n1\n"))
    let read = try parse(text)
    let checkpoint = try read.verify(
      leaf: leaves[0], origin: Self.origin, keys: [key.verifier], hash)
    #expect(checkpoint.size == 1)
  }

  @Test func `another index, log or key proves nothing`() throws {
    let proof = try proof(4)
    let moved = try TlogProof(index: 5, path: proof.path, checkpoint: proof.checkpoint)
    #expect(throws: TlogProofFailure.inclusion(.otherRoot)) {
      try moved.verify(leaf: leaves[4], origin: Self.origin, keys: [key.verifier], hash)
    }
    let beyond = try TlogProof(index: .max, path: proof.path, checkpoint: proof.checkpoint)
    #expect(throws: TlogProofFailure.inclusion(.noSuchLeaf(index: .max, size: 11))) {
      try beyond.verify(leaf: leaves[4], origin: Self.origin, keys: [key.verifier], hash)
    }
    #expect(throws: TlogProofFailure.checkpoint(.otherOrigin)) {
      try proof.verify(leaf: leaves[4], origin: "example.com/other", keys: [key.verifier], hash)
    }
    let other = try signingKey(Self.origin, 2).verifier
    #expect(throws: TlogProofFailure.checkpoint(.note(.notSignedByKnownKey))) {
      try proof.verify(leaf: leaves[4], origin: Self.origin, keys: [other], hash)
    }
  }

  @Test func `every altered bit of an unadorned proof is refused`() throws {
    let bytes = try proof(6).bytes
    for bit in 0..<bytes.count * 8 {
      var altered = bytes
      altered[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(throws: TlogProofFailure.self) {
        try TlogProof(parsing: altered).verify(
          leaf: leaves[6], origin: Self.origin, keys: [key.verifier], hash)
      }
    }
  }

  @Test func `every part of a proof that lacks its end is refused`() throws {
    let bytes = try proof(6, extra: [1]).bytes
    for count in bytes.indices {
      #expect(throws: TlogProofFailure.self) { try TlogProof(parsing: Array(bytes[..<count])) }
    }
  }

  @Test func `what is not a proof says why`() throws {
    let note = String(decoding: try proof(0).checkpoint.bytes, as: UTF8.self)
    let digest = Base64.encode(leaves[0].bytes)
    let form = "c2sp.org/tlog-proof@v1\n"
    let cases: [(String, TlogProofFailure)] = [
      ("", .unknownForm), (form.dropLast() + "", .unknownForm), ("\n" + form, .unknownForm),
      ("c2sp.org/tlog-proof@v2\nindex 0\n\n" + note, .unknownForm),
      (form, .malformed(line: 2)), (form + "\n", .malformed(line: 2)),
      (form + "index\n\n" + note, .malformed(line: 2)),
      (form + "index \n\n" + note, .malformed(line: 2)),
      (form + "index 00\n\n" + note, .malformed(line: 2)),
      (form + "index -1\n\n" + note, .malformed(line: 2)),
      (form + "index 1 \n\n" + note, .malformed(line: 2)),
      (form + "index 18446744073709551616\n\n" + note, .malformed(line: 2)),
      (form + "extra AA==\n\n" + note, .malformed(line: 3)),
      (form + "extra \nindex 0\n\n" + note, .malformed(line: 2)),
      (form + "extra AB==\nindex 0\n\n" + note, .malformed(line: 2)),
      (form + "extra AA==\nextra AA==\nindex 0\n\n" + note, .malformed(line: 3)),
      (form + "index 0\nextra AA==\n\n" + note, .malformed(line: 3)),
      (form + "index 0\nAAAA\n\n" + note, .malformed(line: 3)),
      (form + "index 0\n\(digest) \n\n" + note, .malformed(line: 3)),
      (form + "index 0\n\(digest)\n\(digest)", .malformed(line: 4)),
      (
        form + "index 0\n" + String(repeating: digest + "\n", count: 65) + "\n" + note,
        .tooManyHashes(limit: 64)
      ),
      (form + "index 0\n" + note, .malformed(line: 3)),
      (form + "index 0\n\n", .checkpoint(.note(.unsigned))),
      (form + "index 0\n\n\n" + note, .checkpoint(.malformed(line: 2))),
      (form + "index 0\n\n" + Published.example, .checkpoint(.malformed(line: 2))),
      (
        String(repeating: "a", count: TlogProof.maximumLength + 1),
        .tooLong(limit: TlogProof.maximumLength)
      ),
    ]
    for (text, failure) in cases {
      #expect(throws: failure) { try parse(text) }
    }
  }

  @Test func `what could not be read is not made`() throws {
    let checkpoint = try head.signed(by: key)
    #expect(throws: TlogProofFailure.tooManyHashes(limit: 64)) {
      try TlogProof(
        index: 0, path: [Digest](repeating: leaves[0], count: 65), checkpoint: checkpoint)
    }
    #expect(throws: TlogProofFailure.tooLong(limit: TlogProof.maximumLength)) {
      try TlogProof(
        index: 0, path: [], checkpoint: checkpoint,
        extra: [UInt8](repeating: 0, count: TlogProof.maximumLength))
    }
    #expect(throws: TlogProofFailure.checkpoint(.malformed(line: 2))) {
      try TlogProof(index: 0, path: [], checkpoint: Published.note(Published.example))
    }
  }
}
