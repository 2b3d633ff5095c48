import Cryptography
import Testing
import TransparencyLog

@Suite struct `Checkpoints` {
  private static let root = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="

  private func digest() throws -> Digest {
    try #require(Base64.decode(Self.root).flatMap { Digest($0) })
  }

  @Test func `the specification’s example is read and written byte for byte`() throws {
    let text = try Published.note(Published.behindTheSofa).unverifiedText
    let checkpoint = try Checkpoint(parsing: text)
    #expect(checkpoint.origin == "example.com/behind-the-sofa")
    #expect(checkpoint.size == 20_852_163)
    #expect(try checkpoint.root == digest())
    #expect(checkpoint.extensions.isEmpty)
    #expect(checkpoint.text == text)
  }

  @Test func `a real log’s checkpoints are verified, with its key and origin only`() throws {
    let key = try VerifierKey(parsing: Published.goKey)
    let sizes = try Published.goHeads.map { head in
      try Checkpoint(
        verifying: Published.note(head), origin: Published.goOrigin, keys: [key]
      ).size
    }
    #expect(sizes == [6_476_701, 15_067_302])
    let note = try Published.note(Published.goHeads[0])
    #expect(throws: CheckpointFailure.otherOrigin) {
      try Checkpoint(verifying: note, origin: "sum.golang.org", keys: [key])
    }
    #expect(throws: CheckpointFailure.note(.notSignedByKnownKey)) {
      try Checkpoint(verifying: note, origin: Published.goOrigin, keys: [])
    }
  }

  @Test(arguments: [0, 1, 10, UInt64.max])
  func `a signed checkpoint is read again`(size: UInt64) throws {
    let key = try signingKey("example.com/log", 1)
    let made = try Checkpoint(
      origin: "example.com/log", size: size, root: digest(), extensions: ["+", "é"])
    let note = try made.signed(by: key)
    let read = try Checkpoint(
      verifying: SignedNote(parsing: note.bytes), origin: "example.com/log", keys: [key.verifier])
    #expect(read == made)
    #expect(read.text == "example.com/log\n\(size)\n\(Self.root)\n+\né\n")
  }

  /// R is replaced by the root.
  private static let malformed: [(String, Int)] = [
    ("", 1), ("a\n", 2), ("a\n1\n", 3), ("a\n1\nR", 3), ("a\n1\nR\nx", 4), ("\n1\nR\n", 1),
    ("a\n\nR\n", 2), ("a\n01\nR\n", 2), ("a\n+1\nR\n", 2), ("a\n-1\nR\n", 2),
    ("a\n 1\nR\n", 2), ("a\n1 \nR\n", 2), ("a\n00\nR\n", 2), ("a\n0x1\nR\n", 2),
    ("a\n١\nR\n", 2), ("a\n18446744073709551616\nR\n", 2),
    ("a\n99999999999999999999999999999999999999999\nR\n", 2), ("a\n1\n\n", 3), ("a\n1\n R\n", 3),
    ("a\n1\nR \n", 3), ("a\n1\nRR\n", 3), ("a\n1\nAAAA\n", 3),
    ("a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2J=\n", 3), ("a\n1\nR\n\n", 4),
    ("a\n1\nR\nb\n\n", 5), ("a\n1\nR\nb\t\n", 4), ("a\u{0}\n1\nR\n", 1),
    ("a\r\n1\r\nR\r\n", 2),
  ]

  @Test(arguments: malformed)
  func `a text that is no checkpoint is refused, and names the line`(text: String, line: Int) {
    #expect(throws: CheckpointFailure.malformed(line: line)) {
      try Checkpoint(parsing: text.replacing("R", with: Self.root))
    }
  }

  @Test(arguments: ["", "a\n", "\n", "a\nb", "a\u{1}", "a\r\n"])
  func `an origin or an extension is one line that is not empty`(line: String) throws {
    let root = try digest()
    #expect(throws: CheckpointFailure.malformed(line: 1)) {
      try Checkpoint(origin: line, size: 1, root: root)
    }
    #expect(throws: CheckpointFailure.malformed(line: 5)) {
      try Checkpoint(origin: "a", size: 1, root: root, extensions: ["b", line])
    }
  }

  @Test func `a signed note of another kind is no checkpoint`() throws {
    let key = try VerifierKey(parsing: Published.exampleKey)
    let note = try Published.note(Published.example)
    #expect(throws: CheckpointFailure.malformed(line: 2)) {
      try Checkpoint(verifying: note, origin: "example.com/foo", keys: [key])
    }
  }
}
