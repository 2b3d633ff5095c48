import Cryptography
import TransparencyLog

/// Keys under names that are not their own.
enum SigningKeys {
  static func any(_ name: String) throws -> VerifierKey {
    guard let name = KeyName(name) else { throw Refused(code: 0) }
    return try SigningKey(name: name, key: Ed25519PrivateKey()).verifier
  }
}
