public import Cryptography

/// Why bytes are no ``SignedNote``, or why a note is not believed. Nothing of a note that is not
/// believed is told.
public enum NoteFailure: Error, Equatable, Sendable {
  /// The note is longer than this many bytes.
  case tooLong(limit: Int)
  /// Not UTF-8, a control character, or a text that does not end in a newline.
  case notText
  /// There are no signature lines after an empty line, or the last line has no end.
  case unsigned
  /// This signature line, counted from 1, is not `— name base64`.
  case malformedSignature(number: Int)
  /// The note has more signatures than this.
  case tooManySignatures(limit: Int)
  /// A known key's signature is not of this text.
  case falseSignature(KeyName, NoteKeyID)
  /// Two different known keys share a name and an id.
  case ambiguousKey(KeyName, NoteKeyID)
  /// No known key signed.
  case notSignedByKnownKey
  /// Nothing is known, for libcrypto could not sign or verify.
  case unavailable(CryptographyFailure)
}
