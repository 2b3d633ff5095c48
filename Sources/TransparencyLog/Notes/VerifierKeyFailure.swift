public import Cryptography

/// Why a text is no ``VerifierKey``.
public enum VerifierKeyFailure: Error, Equatable, Sendable {
  /// It is not `name+id+base64`, or the key is not 32 bytes long.
  case malformed
  /// The key is for signatures other than Ed25519's: its type, as signed-note numbers them.
  case unknownAlgorithm(UInt8)
  /// The id is not the one that follows from name and key.
  case wrongID(expected: NoteKeyID)
  /// Nothing is known, for libcrypto could not hash.
  case notHashed(CryptographyFailure)
}
