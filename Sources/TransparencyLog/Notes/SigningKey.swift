public import Cryptography

/// A named key that signs notes.
public struct SigningKey: ~Copyable {
  /// To store a signing key, store the name and this key's seed.
  public let key: Ed25519PrivateKey
  /// The corresponding public key, with the same name.
  public let verifier: VerifierKey

  /// - Throws: ``VerifierKeyFailure/notHashed(_:)`` only.
  public init(
    name: KeyName, key: consuming Ed25519PrivateKey
  ) throws(VerifierKeyFailure) {
    verifier = try VerifierKey(name: name, publicKey: key.publicKey)
    self.key = key
  }

  /// Signs a note's text, including its last newline.
  func signature(of text: String) throws(NoteFailure) -> NoteSignature {
    do throws(CryptographyFailure) {
      return NoteSignature(
        name: verifier.name, id: verifier.id, signature: try key.sign(Array(text.utf8)))
    } catch {
      throw .unavailable(error)
    }
  }
}
