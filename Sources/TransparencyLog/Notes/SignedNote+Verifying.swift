internal import Cryptography

/// The text of a note that a known key has signed, and who has.
public struct VerifiedNote: Sendable {
  /// The text, its last newline included.
  public let text: String
  /// The known keys that signed it, each once, in the order of their first signatures.
  public let signers: [VerifierKey]

  fileprivate init(text: String, signers: [VerifierKey]) {
    self.text = text
    self.signers = signers
  }
}

extension SignedNote {
  /// The note's text, where a known key signed it.
  ///
  /// A signature is a key's where both name and id are. Those of other keys are ignored. One false
  /// signature of a known key and the whole note is refused, whatever the others are worth.
  ///
  /// - Parameter keys: the keys that are trusted for what the note says.
  /// - Throws: ``NoteFailure/falseSignature(_:_:)``, ``NoteFailure/ambiguousKey(_:_:)`` where two of
  ///   the keys have the name and the id of a signature, ``NoteFailure/notSignedByKnownKey``, and
  ///   ``NoteFailure/unavailable(_:)``.
  public func verified(by keys: [VerifierKey]) throws(NoteFailure) -> VerifiedNote {
    let message = Array(unverifiedText.utf8)
    var signers: [VerifierKey] = []
    for signature in signatures {
      let candidates = Set(keys.filter { $0.name == signature.name && $0.id == signature.id })
      guard let key = candidates.first else { continue }
      guard candidates.count == 1 else { throw .ambiguousKey(key.name, key.id) }
      guard try key.isValid(signature, of: message) else { throw .falseSignature(key.name, key.id) }
      if !signers.contains(key) { signers.append(key) }
    }
    guard !signers.isEmpty else { throw .notSignedByKnownKey }
    return VerifiedNote(text: unverifiedText, signers: signers)
  }
}

extension VerifierKey {
  fileprivate func isValid(
    _ signature: NoteSignature, of message: [UInt8]
  ) throws(NoteFailure) -> Bool {
    do throws(CryptographyFailure) {
      return try publicKey.isValid(signature.signature, of: message)
    } catch {
      throw .unavailable(error)
    }
  }
}
