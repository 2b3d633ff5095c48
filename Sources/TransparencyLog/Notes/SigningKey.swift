public import Cryptography

/// A named key that signs notes.
public struct SigningKey: ~Copyable {
  /// The key; its seed is what to store, beside the name.
  public let key: Ed25519PrivateKey
  /// What verifies the signatures.
  public let verifier: VerifierKey

  /// - Throws: ``VerifierKeyFailure/notHashed(_:)`` only.
  public init(
    name: KeyName, key: consuming Ed25519PrivateKey
  ) throws(VerifierKeyFailure) {
    verifier = try VerifierKey(name: name, publicKey: key.publicKey)
    self.key = key
  }

  /// The signature of a note's text, of which every byte counts.
  func signature(of text: String) throws(NoteFailure) -> NoteSignature {
    do throws(CryptographyFailure) {
      return NoteSignature(
        name: verifier.name, id: verifier.id, signature: try key.sign(Array(text.utf8)))
    } catch {
      throw .unavailable(error)
    }
  }
}
