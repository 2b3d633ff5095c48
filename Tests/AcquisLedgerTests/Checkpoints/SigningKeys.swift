import Cryptography
import Testing
import TransparencyLog

/// Keys under names that are not their own.
enum SigningKeys {
  static func any(_ name: String) throws -> VerifierKey {
    try SigningKey(name: #require(KeyName(name)), key: Ed25519PrivateKey()).verifier
  }
}
