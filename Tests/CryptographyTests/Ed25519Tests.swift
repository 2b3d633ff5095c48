import Cryptography
import Testing

/// Tests 1, 2, 3 and SHA(abc) of RFC 8032, section 7.1.
@Suite struct Ed25519Tests {
  struct Vector: Sendable {
    let seed: String
    let publicKey: String
    let message: String
    let signature: String
  }

  static let vectors = [
    Vector(
      seed: "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
      publicKey: "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
      message: "",
      signature: """
        e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155\
        5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b
        """),
    Vector(
      seed: "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
      publicKey: "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
      message: "72",
      signature: """
        92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da\
        085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00
        """),
    Vector(
      seed: "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
      publicKey: "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
      message: "af82",
      signature: """
        6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac\
        18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a
        """),
    Vector(
      seed: "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
      publicKey: "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
      message: """
        ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a\
        2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f
        """,
      signature: """
        dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b589\
        09351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704
        """),
  ]

  @Test(arguments: vectors)
  func `the public keys and signatures are those of RFC 8032`(vector: Vector) throws {
    let key = try Ed25519PrivateKey(seed: SecretBytes(copying: hex(vector.seed)))
    #expect(key.publicKey.bytes == hex(vector.publicKey))
    #expect(try key.sign(hex(vector.message)) == hex(vector.signature))
    let publicKey = try #require(Ed25519PublicKey(hex(vector.publicKey)))
    #expect(try publicKey.isValid(hex(vector.signature), of: hex(vector.message)))
  }

  @Test func `every altered bit of signature, message or public key is found`() throws {
    let vector = Self.vectors[2]
    let parts = [vector.signature, vector.message, vector.publicKey].map { hex($0) }
    for part in parts.indices {
      for bit in 0..<parts[part].count * 8 {
        var altered = parts
        altered[part][bit / 8] ^= 1 << UInt8(bit % 8)
        let publicKey = try #require(Ed25519PublicKey(altered[2]))
        #expect(try !publicKey.isValid(altered[0], of: altered[1]))
      }
    }
  }

  /// RFC 8032, section 5.1.7: S is below the group's order; otherwise there would be two signatures.
  @Test func `a signature whose second half is written with the order added is refused`() throws {
    let order = hex("edd3f55c1a631258d69cf7a2def9de1400000000000000000000000000000010")
    let vector = Self.vectors[1]
    var signature = hex(vector.signature)
    var carry = 0
    for place in 0..<32 {
      carry += Int(signature[32 + place]) + Int(order[place])
      signature[32 + place] = UInt8(carry & 0xff)
      carry >>= 8
    }
    let publicKey = try #require(Ed25519PublicKey(hex(vector.publicKey)))
    #expect(try !publicKey.isValid(signature, of: hex(vector.message)))
  }

  @Test func `a signature of another length is not valid, nor under another key`() throws {
    let key = try Ed25519PrivateKey()
    let signature = try key.sign([1, 2, 3])
    #expect(signature.count == 64)
    #expect(try key.publicKey.isValid(signature, of: [1, 2, 3]))
    for count in [0, 1, 32, 63] {
      #expect(try !key.publicKey.isValid(Array(signature.prefix(count)), of: [1, 2, 3]))
    }
    #expect(try !key.publicKey.isValid(signature + [0], of: [1, 2, 3]))
    #expect(try !Ed25519PrivateKey().publicKey.isValid(signature, of: [1, 2, 3]))
  }

  @Test func `a key of another length is refused, one that is no point verifies nothing`() throws {
    for count in [0, 31, 33, 64] {
      #expect(throws: CryptographyFailure.wrongLength(expected: 32)) {
        _ = try Ed25519PrivateKey(seed: SecretBytes(copying: [UInt8](repeating: 1, count: count)))
      }
      #expect(Ed25519PublicKey([UInt8](repeating: 1, count: count)) == nil)
    }
    let noPoint = try #require(Ed25519PublicKey([2] + [UInt8](repeating: 0, count: 31)))
    #expect(try !noPoint.isValid([UInt8](repeating: 0, count: 64), of: []))
  }

  @Test func `a stored key signs as it did before`() throws {
    let key = try Ed25519PrivateKey()
    let again = try Ed25519PrivateKey(seed: SecretBytes(copying: key.seed.withBytes { Array($0) }))
    #expect(again.publicKey == key.publicKey)
    #expect(try again.sign([9]) == key.sign([9]))
    #expect(try Ed25519PrivateKey().publicKey != key.publicKey)
  }
}
