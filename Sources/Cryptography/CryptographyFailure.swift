/// What libcrypto could not do.
public enum CryptographyFailure: Error, Equatable, Sendable {
  /// The library does not offer this algorithm, or refused to work.
  case unavailable(String)
  /// The text was not sealed under this key, or was altered.
  case notAuthentic
}

extension CryptographyFailure: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unavailable(let algorithm): "the system's libcrypto does not provide \(algorithm)"
    case .notAuthentic: "sealed under another key, or altered"
    }
  }
}
