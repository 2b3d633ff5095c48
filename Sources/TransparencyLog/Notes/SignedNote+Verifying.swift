internal import Cryptography

/// The result of ``SignedNote/verified(by:)``.
public struct VerifiedNote: Sendable {
  /// Including the last newline.
  public let text: String
  /// The trusted keys that signed it, each once, in the order of their first signatures.
  public let signers: [VerifierKey]

  fileprivate init(text: String, signers: [VerifierKey]) {
    self.text = text
    self.signers = signers
  }
}

extension SignedNote {
  /// Verifies that at least one trusted key signed the note.
  ///
  /// Signatures are matched with keys by name and id; those without a trusted key are ignored. An
  /// invalid signature in the name of a trusted key rejects the note, even if other signatures are
  /// valid.
  ///
  /// - Parameter keys: the trusted keys.
  /// - Throws: ``NoteFailure/falseSignature(_:_:)``, ``NoteFailure/ambiguousKey(_:_:)`` if two of
  ///   the keys match a signature, ``NoteFailure/notSignedByKnownKey``, and
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
