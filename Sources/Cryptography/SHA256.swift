internal import CCrypto

/// SHA-256 (FIPS 180-4) with one reusable context.
///
/// The algorithm is looked up once per process: libcrypto's one-shot function looks it up on each
/// call, which costs as much as hashing a short text. Not thread-safe: each thread needs an
/// instance of its own.
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

  /// Hashes the bytes that the closure passes to ``update(_:)-(UnsafeRawBufferPointer)``, in that
  /// order.
  ///
  /// - Throws: ``CryptographyFailure/unavailable(_:)``.
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

  /// Hashes more bytes; call it inside the closure of ``digest(_:)``.
  public func update(_ bytes: UnsafeRawBufferPointer) throws(CryptographyFailure) {
    guard unsafe bytes.isEmpty || EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1
    else {
      throw .unavailable("SHA-256")
    }
  }

  /// Hashes an array.
  public func digest(of bytes: [UInt8]) throws(CryptographyFailure) -> Digest {
    try digest { (hash) throws(CryptographyFailure) in
      try unsafe unsafeBytes(of: bytes) { (buffer) throws(CryptographyFailure) in
        try unsafe hash.update(buffer)
      }
    }
  }
}
