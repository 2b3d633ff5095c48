/// Why a cryptographic operation failed.
public enum CryptographyFailure: Error, Equatable, Sendable {
  /// libcrypto lacks the named algorithm or reported an internal error.
  case unavailable(String)
  /// The sealed text was altered, or belongs to another key, nonce or associated data.
  case notAuthentic
  /// A key or a nonce does not have this length in bytes.
  case wrongLength(expected: Int)
}
