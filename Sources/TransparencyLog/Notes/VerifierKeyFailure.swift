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

extension VerifierKeyFailure: CustomStringConvertible {
  public var description: String {
    switch self {
    case .malformed: "not a verifier key of the form name+id+base64"
    case .unknownAlgorithm(let type): "a verifier key of type \(type), where only type 1 is known"
    case .wrongID(let expected): "the verifier key's name and key have the id \(expected)"
    case .notHashed(let failure): failure.description
    }
  }
}
