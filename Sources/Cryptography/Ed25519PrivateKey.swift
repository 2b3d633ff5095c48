internal import CCrypto

/// An Ed25519 signing key (RFC 8032; no prehash, no context).
///
/// Signatures are deterministic. libcrypto's copy of the key is wiped on deinitialisation. Not
/// thread-safe.
@safe public struct Ed25519PrivateKey: ~Copyable {
  /// In bytes.
  public static var length: Int { 32 }

  /// The private key as RFC 8032 encodes it, 32 bytes: all that has to be stored.
  public let seed: SecretBytes
  public let publicKey: Ed25519PublicKey

  private let key: OpaquePointer

  /// Generates a key.
  ///
  /// - Throws: ``CryptographyFailure/unavailable(_:)``, also if the system has no entropy.
  public init() throws(CryptographyFailure) {
    try self.init(seed: SecretBytes(randomCount: Self.length))
  }

  /// Restores a key from its stored seed.
  ///
  /// - Throws: ``CryptographyFailure/wrongLength(expected:)`` for a seed that is not 32 bytes, and
  ///   ``CryptographyFailure/unavailable(_:)``.
  public init(seed: consuming SecretBytes) throws(CryptographyFailure) {
    guard seed.count == Self.length else { throw .wrongLength(expected: Self.length) }
    let made = unsafe seed.withBytes { bytes in
      unsafe EVP_PKEY_new_raw_private_key_ex(
        nil, "ED25519", nil, bytes.baseAddress?.assumingMemoryBound(to: UInt8.self), bytes.count)
    }
    guard let made = unsafe made else { throw .unavailable("Ed25519") }
    var bytes = [UInt8](repeating: 0, count: Ed25519PublicKey.length)
    var count = bytes.count
    guard unsafe EVP_PKEY_get_raw_public_key(made, &bytes, &count) == 1, count == bytes.count,
      let publicKey = Ed25519PublicKey(bytes)
    else {
      unsafe EVP_PKEY_free(made)
      throw .unavailable("Ed25519")
    }
    self.seed = seed
    self.publicKey = publicKey
    unsafe key = unsafe made
  }

  deinit { unsafe EVP_PKEY_free(key) }

  /// Returns the signature of a message, 64 bytes.
  ///
  /// - Throws: ``CryptographyFailure/unavailable(_:)``.
  public func sign(_ message: [UInt8]) throws(CryptographyFailure) -> [UInt8] {
    guard let context = unsafe EVP_MD_CTX_new() else { throw .unavailable("Ed25519") }
    defer { unsafe EVP_MD_CTX_free(context) }
    var signature = [UInt8](repeating: 0, count: Ed25519PublicKey.signatureLength)
    var count = signature.count
    guard unsafe EVP_DigestSignInit_ex(context, nil, nil, nil, nil, key, nil) == 1,
      unsafe EVP_DigestSign(context, &signature, &count, message, message.count) == 1,
      count == signature.count
    else { throw .unavailable("Ed25519") }
    return signature
  }
}
