internal import CCrypto

/// What verifies the signatures of one ``Ed25519PrivateKey`` (RFC 8032).
public struct Ed25519PublicKey: Hashable, Sendable {
  /// The bytes of a public key.
  public static var length: Int { 32 }
  /// The bytes of a signature.
  public static var signatureLength: Int { 64 }

  /// The key as RFC 8032 encodes it, 32 bytes.
  public let bytes: [UInt8]

  /// The key of these 32 bytes; nil for any other number of them.
  ///
  /// Bytes that encode no point of the curve make a key under which no signature is valid.
  public init?(_ bytes: [UInt8]) {
    guard bytes.count == Self.length else { return nil }
    self.bytes = bytes
  }

  /// Whether the signature of this message was made with the private key.
  ///
  /// - Returns: false for a signature of another length than 64 bytes too.
  /// - Throws: ``CryptographyFailure/unavailable(_:)`` where nothing could be found out.
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
