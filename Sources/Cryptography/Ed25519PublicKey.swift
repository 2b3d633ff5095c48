internal import CCrypto

/// Verifies the signatures of one ``Ed25519PrivateKey`` (RFC 8032).
public struct Ed25519PublicKey: Hashable, Sendable {
  /// In bytes.
  public static var length: Int { 32 }
  /// In bytes.
  public static var signatureLength: Int { 64 }

  /// The key as RFC 8032 encodes it, 32 bytes.
  public let bytes: [UInt8]

  /// A key from its RFC 8032 encoding; nil unless there are exactly 32 bytes.
  ///
  /// Bytes that encode no point of the curve give a key that accepts no signature.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.length else { return nil }
    self.bytes = bytes
  }

  /// Whether the private key made this signature of this message; false if the signature is not 64
  /// bytes long.
  ///
  /// - Throws: ``CryptographyFailure/unavailable(_:)`` if libcrypto could not verify.
  public func isValid(
    _ signature: [UInt8], of message: [UInt8]
  ) throws(CryptographyFailure) -> Bool {
    guard signature.count == Self.signatureLength else { return false }
    guard let context = unsafe EVP_MD_CTX_new() else { throw .unavailable("Ed25519") }
    defer { unsafe EVP_MD_CTX_free(context) }
    guard let key = unsafe EVP_PKEY_new_raw_public_key_ex(nil, "ED25519", nil, bytes, bytes.count)
    else {
      throw .unavailable("Ed25519")
    }
    defer { unsafe EVP_PKEY_free(key) }
    guard unsafe EVP_DigestVerifyInit_ex(context, nil, nil, nil, nil, key, nil) == 1 else {
      throw .unavailable("Ed25519")
    }
    let isValid =
      unsafe EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
    if !isValid { ERR_clear_error() }
    return isValid
  }
}
