internal import Cryptography
internal import Events

/// A person's pair of unwrapped keys, wiped on deinitialisation. A class, because a dictionary
/// cannot contain non-copyable values.
final class PersonKeys {
  let id: KeyID
  /// The AES-256-GCM key, 32 bytes.
  let encryption: SecretBytes
  /// The HMAC-SHA-256 key for nonces and fingerprints, 32 bytes.
  let nonces: SecretBytes

  /// Generates random keys with a random id: `k-` and 24 hexadecimal digits.
  init() throws(VaultFailure) {
    let digits = try mapErrors { () throws(CryptographyFailure) in try randomBytes(12) }
      .map { String($0 >> 4, radix: 16) + String($0 & 0xf, radix: 16) }
    do throws(InvalidValue) {
      id = try KeyID("k-" + digits.joined())
    } catch {
      throw .damaged("a key's id is none")
    }
    encryption = try mapErrors { () throws(CryptographyFailure) in
      try SecretBytes(randomCount: 32)
    }
    nonces = try mapErrors { () throws(CryptographyFailure) in try SecretBytes(randomCount: 32) }
  }

  /// Restores a pair from ``joined``.
  ///
  /// - Throws: ``VaultFailure/damaged(_:)`` unless there are 64 bytes.
  init(id: KeyID, joined: borrowing SecretBytes) throws(VaultFailure) {
    guard joined.count == 64 else { throw .damaged("a key pair is not 64 bytes long") }
    self.id = id
    encryption = joined.part(0..<32)
    nonces = joined.part(32..<64)
  }

  /// The encryption key followed by the nonce key, 64 bytes: the form that is wrapped.
  var joined: SecretBytes { SecretBytes(joining: encryption, nonces) }
}
