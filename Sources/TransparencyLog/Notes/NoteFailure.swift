public import Cryptography

/// Why bytes are not a ``SignedNote``, or why a note could not be verified or signed. Contains
/// nothing of a note's text.
public enum NoteFailure: Error, Equatable, Sendable {
  /// The note is longer than this limit, in bytes.
  case tooLong(limit: Int)
  /// The text is not UTF-8, contains a control character, or does not end in a newline.
  case notText
  /// There is no empty line followed by signature lines, or the last line has no newline.
  case unsigned
  /// This signature line, counted from 1, is not `— name base64`.
  case malformedSignature(number: Int)
  /// The note has more signatures than this limit.
  case tooManySignatures(limit: Int)
  /// A signature in the name of this trusted key is invalid for this text.
  case falseSignature(KeyName, NoteKeyID)
  /// Two different trusted keys have this name and id.
  case ambiguousKey(KeyName, NoteKeyID)
  /// No trusted key signed the note.
  case notSignedByKnownKey
  /// libcrypto could not sign or verify; the note may be valid.
  case unavailable(CryptographyFailure)
}
