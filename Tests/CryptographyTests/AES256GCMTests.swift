import Cryptography
import Testing

/// Test cases 13 to 16 of the specification of GCM (McGrew and Viega): the ones of 256-bit keys and
/// 96-bit nonces.
@Suite struct AES256GCMTests {
  struct Vector: Sendable {
    let key: String
    let nonce: String
    let text: String
    let associatedData: String
    let sealed: String
  }

  static let longKey = "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308"
  static let text = """
    d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72\
    1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39
    """
  static let cipherText = """
    522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa\
    8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662
    """

  static let vectors = [
    Vector(
      key: String(repeating: "0", count: 64), nonce: String(repeating: "0", count: 24), text: "",
      associatedData: "", sealed: "530f8afbc74536b9a963b4f1c4cb738b"),
    Vector(
      key: String(repeating: "0", count: 64), nonce: String(repeating: "0", count: 24),
      text: String(repeating: "0", count: 32), associatedData: "",
      sealed: "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919"),
    Vector(
      key: longKey, nonce: "cafebabefacedbaddecaf888", text: text + "1aafd255",
      associatedData: "", sealed: cipherText + "898015adb094dac5d93471bdec1a502270e3cc6c"),
    Vector(
      key: longKey, nonce: "cafebabefacedbaddecaf888", text: text,
      associatedData: "feedfacedeadbeeffeedfacedeadbeefabaddad2",
      sealed: cipherText + "76fc6ece0f4e1768cddf8853bb2d551b"),
  ]

  @Test(arguments: vectors)
  func `the specification's texts are sealed and opened`(vector: Vector) throws {
    let cipher = try AES256GCM()
    let key = SecretBytes(copying: hex(vector.key))
    let sealed = try cipher.seal(
      hex(vector.text), under: key, nonce: hex(vector.nonce),
      associatedData: hex(vector.associatedData))
    #expect(sealed == hex(vector.sealed))
    let opened = try cipher.open(
      sealed, under: key, nonce: hex(vector.nonce), associatedData: hex(vector.associatedData))
    #expect(opened == hex(vector.text))
  }

  @Test func `every altered bit of text, tag, nonce, associated data or key is refused`() throws {
    let vector = try #require(Self.vectors.last)
    let cipher = try AES256GCM()
    let parts = [vector.sealed, vector.nonce, vector.associatedData, vector.key].map { hex($0) }
    for part in parts.indices {
      for bit in 0..<parts[part].count * 8 {
        var altered = parts
        altered[part][bit / 8] ^= 1 << UInt8(bit % 8)
        #expect(throws: CryptographyFailure.notAuthentic) {
          _ = try cipher.open(
            altered[0], under: SecretBytes(copying: altered[3]), nonce: altered[1],
            associatedData: altered[2])
        }
      }
    }
    #expect(
      try cipher.open(
        parts[0], under: SecretBytes(copying: parts[3]), nonce: parts[1], associatedData: parts[2])
        == hex(vector.text))
  }

  @Test func `a text cut short, even below the tag, is refused`() throws {
    let vector = try #require(Self.vectors.last)
    let cipher = try AES256GCM()
    let key = SecretBytes(copying: hex(vector.key))
    let sealed = hex(vector.sealed)
    for count in 0..<sealed.count {
      #expect(throws: CryptographyFailure.notAuthentic) {
        _ = try cipher.open(
          Array(sealed.prefix(count)), under: key, nonce: hex(vector.nonce),
          associatedData: hex(vector.associatedData))
      }
    }
  }

  @Test func `a key or a nonce of another length is refused`() throws {
    let cipher = try AES256GCM()
    #expect(throws: CryptographyFailure.wrongLength(expected: 32)) {
      _ = try cipher.seal(
        [1], under: SecretBytes(randomCount: 16), nonce: randomBytes(12), associatedData: [])
    }
    #expect(throws: CryptographyFailure.wrongLength(expected: 12)) {
      _ = try cipher.seal(
        [1], under: SecretBytes(randomCount: 32), nonce: randomBytes(16), associatedData: [])
    }
  }

  @Test func `a sealed secret opens to the same secret`() throws {
    let cipher = try AES256GCM()
    let key = try SecretBytes(randomCount: 32)
    let secret = try SecretBytes(randomCount: 64)
    let nonce = try randomBytes(12)
    let sealed = try cipher.seal(secret, under: key, nonce: nonce, associatedData: [1])
    let opened = try cipher.openSecret(sealed, under: key, nonce: nonce, associatedData: [1])
    #expect(opened.withBytes { Array($0) } == secret.withBytes { Array($0) })
  }
}
