public import Cryptography

/// Why a text is not a ``VerifierKey``.
public enum VerifierKeyFailure: Error, Equatable, Sendable {
  /// It is not `name+id+base64`, or the key is not 32 bytes long.
  case malformed
  /// The key has this signature type of C2SP signed-note, which is not Ed25519.
  case unknownAlgorithm(UInt8)
  /// The id does not match name and key.
  case wrongID(expected: NoteKeyID)
  /// libcrypto could not compute the id; the text may be valid.
  case notHashed(CryptographyFailure)
}
