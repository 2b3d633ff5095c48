internal import CCrypto

/// Key material: bytes that are overwritten on deinitialisation.
///
/// They are kept in one allocation that, unlike an array's, is never copied implicitly, and are
/// accessible during a closure only. Pages that the system swaps to disk are not protected.
@safe public struct SecretBytes: ~Copyable {
  private let buffer: UnsafeMutableRawBufferPointer

  private init(zeroed count: Int) {
    unsafe buffer = .allocate(byteCount: count, alignment: 16)
    unsafe buffer.initializeMemory(as: UInt8.self, repeating: 0)
  }

  deinit {
    unsafe OPENSSL_cleanse(buffer.baseAddress, buffer.count)
    unsafe buffer.deallocate()
  }

  /// Random bytes from libcrypto's generator for secrets (`RAND_priv_bytes`).
  ///
  /// - Throws: ``CryptographyFailure/unavailable(_:)`` if the system has no entropy.
  public init(randomCount count: Int) throws(CryptographyFailure) {
    self.init(zeroed: count)
    guard unsafe RAND_priv_bytes(buffer.baseAddress, Int32(count)) == 1 else {
      throw .unavailable("random bytes")
    }
  }

  /// A copy of these bytes; the caller wipes the original.
  public init(copying bytes: UnsafeRawBufferPointer) {
    self.init(zeroed: bytes.count)
    unsafe buffer.copyMemory(from: bytes)
  }

  /// A copy of these bytes; the caller wipes the original.
  public init(copying bytes: [UInt8]) {
    self.init(zeroed: bytes.count)
    unsafe buffer.copyBytes(from: bytes)
  }

  /// The bytes of the first secret followed by those of the second.
  public init(joining first: borrowing SecretBytes, _ second: borrowing SecretBytes) {
    self.init(zeroed: first.count + second.count)
    unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[..<first.count])
      .copyMemory(from: UnsafeRawBufferPointer(first.buffer))
    unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[first.count...])
      .copyMemory(from: UnsafeRawBufferPointer(second.buffer))
  }

  /// `count` bytes, zero unless the closure writes them; it must not keep the buffer.
  public init<Failure: Error>(
    count: Int, filledBy fill: (UnsafeMutableRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    self.init(zeroed: count)
    try unsafe fill(buffer)
  }

  /// In bytes.
  public var count: Int { unsafe buffer.count }

  /// Calls the closure with the bytes, which it must not keep.
  public func withBytes<Value: ~Copyable, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    try unsafe body(UnsafeRawBufferPointer(buffer))
  }

  /// A copy of the bytes in a range, which lies within `0 ..< count`.
  public func part(_ range: Range<Int>) -> SecretBytes {
    unsafe SecretBytes(
      copying: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[range]))
  }
}
