public import Cryptography

/// Why a credential cannot be checked.
public enum CredentialDefect: Error, Equatable, Sendable {
  /// Neither the JSON of a credential nor a token of one.
  case notACredential
  /// It has no signature of a kind that this program makes.
  case noProof
  /// libcrypto could not verify; the signature may be valid.
  case notChecked(CryptographyFailure)
}
