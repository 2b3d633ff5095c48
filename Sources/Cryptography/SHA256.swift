internal import CCrypto

/// SHA-256 with one context that is used again and again.
///
/// The algorithm is looked up once for the process: libcrypto's one-shot function looks it up at each
/// call, which costs as much as the hash of a short text. Not to be shared between threads; each user
/// has its own.
@safe public struct SHA256: ~Copyable {
  private let context: OpaquePointer

  /// Looked up at first use and kept; libcrypto's algorithms are immutable and safe to share.
  private nonisolated(unsafe) static let algorithm = unsafe EVP_MD_fetch(nil, "SHA256", nil)

  /// - Throws: ``CryptographyFailure/unavailable(_:)``.
  public init() throws(CryptographyFailure) {
    guard unsafe Self.algorithm != nil, let context = unsafe EVP_MD_CTX_new() else {
      throw .unavailable("SHA-256")
    }
    unsafe self.context = unsafe context
  }

  deinit { unsafe EVP_MD_CTX_free(context) }

  /// The digest of the closure's updates, in their order.
  public func digest(
    _ updates: (borrowing SHA256) throws(CryptographyFailure) -> Void
  ) throws(CryptographyFailure) -> Digest {
    guard unsafe EVP_DigestInit_ex2(context, Self.algorithm, nil) == 1 else {
      throw .unavailable("SHA-256")
    }
    try updates(self)
    var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    let digest: Digest? = unsafe withUnsafeMutableBytes(of: &words) { buffer in
      guard
        unsafe EVP_DigestFinal_ex(
          context, buffer.baseAddress?.assumingMemoryBound(to: UInt8.self), nil)
          == 1
      else { return nil }
      return unsafe Digest(UnsafeRawBufferPointer(buffer))
    }
    guard let digest else { throw .unavailable("SHA-256") }
    return digest
  }

  /// Adds bytes to the digest being made.
  public func update(_ bytes: UnsafeRawBufferPointer) throws(CryptographyFailure) {
    guard unsafe bytes.isEmpty || EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1
    else {
      throw .unavailable("SHA-256")
    }
  }

  /// The digest of these bytes.
  public func digest(of bytes: [UInt8]) throws(CryptographyFailure) -> Digest {
    try digest { (hash) throws(CryptographyFailure) in
      try unsafe unsafeBytes(of: bytes) { (buffer) throws(CryptographyFailure) in
        try unsafe hash.update(buffer)
      }
    }
  }
}
