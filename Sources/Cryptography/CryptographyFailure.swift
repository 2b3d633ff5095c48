/// What libcrypto could not do.
public enum CryptographyFailure: Error, Equatable, Sendable {
  /// The library does not offer this algorithm, or refused to work.
  case unavailable(String)
  /// The text was not sealed under this key, or was altered.
  case notAuthentic
  /// A key or a nonce has another length than the algorithm's, in bytes.
  case wrongLength(expected: Int)
}
