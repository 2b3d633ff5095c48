internal import CCrypto

/// HMAC-SHA-256 (RFC 2104) with one reusable context.
///
/// The algorithm is looked up once per process. The context keeps the last key until the next one
/// or its deinitialisation, when libcrypto wipes it. Not thread-safe: each thread needs an instance
/// of its own.
@safe public struct HMACSHA256: ~Copyable {
  private let context: OpaquePointer

  /// Looked up at first use and kept; libcrypto's algorithms are immutable and safe to share.
  private nonisolated(unsafe) static let algorithm = unsafe EVP_MAC_fetch(nil, "HMAC", nil)

  /// - Throws: ``CryptographyFailure/unavailable(_:)``.
  public init() throws(CryptographyFailure) {
    guard unsafe Self.algorithm != nil, let context = unsafe EVP_MAC_CTX_new(Self.algorithm) else {
      throw .unavailable("HMAC")
    }
    guard unsafe acquis_hmac_use_sha256(context) == 1 else {
      unsafe EVP_MAC_CTX_free(context)
      throw .unavailable("HMAC-SHA-256")
    }
    unsafe self.context = unsafe context
  }

  deinit { unsafe EVP_MAC_CTX_free(context) }

  /// Returns the authentication code of a message, 32 bytes.
  ///
  /// - Throws: ``CryptographyFailure/wrongLength(expected:)`` for an empty key, and
  ///   ``CryptographyFailure/unavailable(_:)``.
  public func code(
    of message: [UInt8], under key: borrowing SecretBytes
  ) throws(CryptographyFailure) -> Digest {
    guard key.count > 0 else { throw .wrongLength(expected: 32) }
    let isKeyed = unsafe key.withBytes { key in
      unsafe EVP_MAC_init(
        context, key.baseAddress?.assumingMemoryBound(to: UInt8.self), key.count, nil)
        == 1
    }
    var code = [UInt8](repeating: 0, count: 32)
    var count = 0
    guard isKeyed, unsafe EVP_MAC_update(context, message, message.count) == 1,
      unsafe EVP_MAC_final(context, &code, &count, code.count) == 1, let digest = Digest(code),
      count == 32
    else { throw .unavailable("HMAC-SHA-256") }
    return digest
  }
}
