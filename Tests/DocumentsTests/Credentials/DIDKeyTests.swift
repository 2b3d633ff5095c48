import Cryptography
import Testing

@testable import Documents

@Suite struct DIDKeyTests {
  /// The examples of draft-msporny-base58-03, section 5.
  @Test(arguments: [
    ("Hello World!", "2NEpo7TZRRrLZSi2U"),
    (
      "The quick brown fox jumps over the lazy dog.",
      "USm3fpXnKG5EUBx2ndxBDMPVciP5hGey2Jh4NDv6gmeo1LkMeiKrLJUUBk6Z"
    ),
  ])
  func `base 58 is that of its draft`(text: String, encoded: String) {
    #expect(Base58.encode(Array(text.utf8)) == encoded)
    #expect(Base58.decode(encoded) == Array(text.utf8))
  }

  @Test func `a leading zero byte is a one`() {
    let bytes: [UInt8] = [0x00, 0x00, 0x28, 0x7f, 0xb4, 0xcd]
    #expect(Base58.encode(bytes) == "11233QC4")
    #expect(Base58.decode("11233QC4") == bytes)
    #expect(Base58.encode([]) == "")
    #expect(Base58.encode([0]) == "1")
  }

  @Test(arguments: ["0", "O", "I", "l", "a b", "é", String(repeating: "2", count: 129)])
  func `what base 58 cannot write is not read`(text: String) {
    #expect(Base58.decode(text) == nil)
  }

  /// An example of the did:key method (W3C CCG), and its key.
  @Test func `the identifier of a key is that of the method`() throws {
    let text = "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK"
    let key = try #require(DIDKey(text))
    #expect(
      hex(key.publicKey.bytes)
        == "2e6fcce36701dc791488e0d0b1745cc1e33a4c1c9fcc41c63bd343dbbe0970e6")
    #expect(key.text == text)
    #expect(key.verificationMethod == text + "#" + text.dropFirst(8))
    #expect(DIDKey(key.verificationMethod) == key)
  }

  @Test(arguments: [
    // The key of another kind (X25519), another fragment, another method, nothing.
    "did:key:z6LSbysY2xFMRpGMhb7tFTLMpeuPRaqaWM1yECx2AtzE3KCc",
    "did:key:z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK#z6Mk",
    "did:web:example.org", "did:key:z", "did:key:6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK",
    "",
  ])
  func `another identifier is not one`(text: String) { #expect(DIDKey(text) == nil) }
}

/// Two lower-case digits for each byte.
func hex(_ bytes: [UInt8]) -> String {
  bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
