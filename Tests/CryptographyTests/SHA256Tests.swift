import Cryptography
import Testing

/// The examples that NIST publishes for FIPS 180-4.
@Suite struct SHA256Tests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func `the digests are those of FIPS 180-4`(text: String, digest: String) throws {
    #expect(try SHA256().digest(of: Array(text.utf8)).description == digest)
  }

  @Test func `the digest of a million letters is that of FIPS 180-4`() throws {
    #expect(
      try SHA256().digest(of: [UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000)).description
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test func `one context makes one digest after another`() throws {
    let hash = try SHA256()
    let first = try hash.digest(of: [1, 2, 3])
    #expect(try hash.digest(of: [4]) != first)
    #expect(try hash.digest(of: [1, 2, 3]) == first)
  }

  @Test func `a digest has 32 bytes and no other number`() {
    #expect(Digest([UInt8](repeating: 7, count: 32))?.bytes == [UInt8](repeating: 7, count: 32))
    #expect(Digest([UInt8](repeating: 7, count: 31)) == nil)
  }
}
