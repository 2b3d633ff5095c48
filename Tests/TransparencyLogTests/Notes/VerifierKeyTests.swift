import Cryptography
import Testing
import TransparencyLog

@Suite struct `Verifier keys` {
  @Test(arguments: [
    Published.exampleKey, Published.peterKey, Published.enochKey, Published.goKey,
  ])
  func `published verifier keys are read and written byte for byte`(text: String) throws {
    let key = try VerifierKey(parsing: text)
    #expect(key.text == text)
    #expect(text.hasPrefix("\(key.name)+\(key.id)+"))
    #expect(try VerifierKey(name: key.name, publicKey: key.publicKey) == key)
  }

  @Test func `a part of a verifier key, or one with a byte changed, is refused`() {
    let bytes = Array(Published.peterKey.utf8)
    for start in bytes.indices {
      for end in start...bytes.count where end - start < bytes.count {
        let part = String(decoding: bytes[start..<end], as: UTF8.self)
        #expect(throws: VerifierKeyFailure.self) { try VerifierKey(parsing: part) }
      }
      for change in [1, 32, 128] as [UInt8] {
        var other = bytes
        other[start] ^= change
        let text = String(decoding: other, as: UTF8.self)
        #expect(throws: VerifierKeyFailure.self) { try VerifierKey(parsing: text) }
      }
    }
  }

  /// The first two are of the tests of golang.org/x/mod/sumdb/note, the third is Rekor's.
  private static let foreign: [(String, VerifierKeyFailure)] = [
    (
      "PeterNeumann+cc469956+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TWBADKEY==",
      .malformed
    ),
    (
      "PeterNeumann+173116ae+ZRpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW", .unknownAlgorithm(0x65)
    ),
    (
      """
      rekor.sigstore.dev+c0d23d6a+AjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABNhtmPtrWm3U1eQXBogSMdGvXwBcK5\
      AW5i0hrZLOC96l+smGNM7nwZ4QvFK/4sueRoVj//QP22Ni4Qt9DPfkWLc=
      """, .unknownAlgorithm(2)
    ),
    ("", .malformed), ("++", .malformed), ("a+b", .malformed), ("a+00000000+", .malformed),
    ("a+00000000+AQ==", .malformed),
    ("PeterNeumann+C74F20A3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW\n", .malformed),
  ]

  @Test(arguments: foreign)
  func `a text that is no verifier key is refused, with the reason`(
    text: String, failure: VerifierKeyFailure
  ) {
    #expect(throws: failure) { try VerifierKey(parsing: text) }
  }

  @Test func `a verifier key with an id in capitals, or of another name, is refused`() throws {
    let key = try VerifierKey(parsing: Published.peterKey)
    for text in [
      Published.peterKey.replacing("c74f20a3", with: "C74F20A3"),
      Published.peterKey.replacing("c74f20a3", with: "c74f20a4"),
    ] {
      #expect(throws: VerifierKeyFailure.wrongID(expected: key.id)) {
        try VerifierKey(parsing: text)
      }
    }
    #expect(throws: VerifierKeyFailure.self) { try VerifierKey(parsing: "x" + Published.peterKey) }
  }

  @Test(arguments: [
    "", " ", "a b", "a+b", "a\nb", "a\tb", "a\u{a0}b", "a\u{3000}", "\u{1}", "\r\n",
  ])
  func `a key name has no space, no plus and no control character`(text: String) {
    #expect(KeyName(text) == nil)
  }

  @Test func `key names are equal by their bytes, not by their looks`() {
    #expect(KeyName("caf\u{e9}") != KeyName("cafe\u{301}"))
    #expect(KeyName("example.com/log") == KeyName("example.com/log"))
  }
}
