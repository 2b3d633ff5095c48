internal import Cryptography
internal import Events

/// A person's two keys, unwrapped, and wiped when they go. A class, as a dictionary keeps them.
final class PersonKeys {
  let id: KeyID
  /// Seals and opens.
  let encryption: SecretBytes
  /// Makes nonces and fingerprints.
  let nonces: SecretBytes

  /// New random keys under a new id: `k-` and 24 hexadecimal digits.
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

  /// The keys that ``joined`` once gave.
  init(id: KeyID, joined: borrowing SecretBytes) throws(VaultFailure) {
    guard joined.count == 64 else { throw .damaged("a key pair is not 64 bytes long") }
    self.id = id
    encryption = joined.part(0..<32)
    nonces = joined.part(32..<64)
  }

  /// Both keys, as they are wrapped.
  var joined: SecretBytes { SecretBytes(joining: encryption, nonces) }
}
