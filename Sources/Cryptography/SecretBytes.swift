internal import CCrypto

/// Key material: bytes that are overwritten when their owner lets them go.
///
/// They lie in one allocation that is never copied behind the owner's back, unlike an array's, and
/// are handed out for the length of a closure only. What the system swaps to disk is not covered.
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

  /// New random bytes from the generator that libcrypto keeps for secrets.
  ///
  /// - Throws: ``CryptographyFailure/unavailable(_:)`` where the system has no entropy to give.
  public init(randomCount count: Int) throws(CryptographyFailure) {
    self.init(zeroed: count)
    guard unsafe RAND_priv_bytes(buffer.baseAddress, Int32(count)) == 1 else {
      throw .unavailable("random bytes")
    }
  }

  /// A copy of these bytes; wiping the original is its owner's concern.
  public init(copying bytes: UnsafeRawBufferPointer) {
    self.init(zeroed: bytes.count)
    unsafe buffer.copyMemory(from: bytes)
  }

  /// A copy of these bytes; wiping the original is its owner's concern.
  public init(copying bytes: [UInt8]) {
    self.init(zeroed: bytes.count)
    unsafe buffer.copyBytes(from: bytes)
  }

  /// Both secrets in one, the first one's bytes before the second one's.
  public init(joining first: borrowing SecretBytes, _ second: borrowing SecretBytes) {
    self.init(zeroed: first.count + second.count)
    unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[..<first.count])
      .copyMemory(from: UnsafeRawBufferPointer(first.buffer))
    unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[first.count...])
      .copyMemory(from: UnsafeRawBufferPointer(second.buffer))
  }

  /// So many bytes, all zero until the closure has written them; it must not keep the buffer.
  public init<Failure: Error>(
    count: Int, filledBy fill: (UnsafeMutableRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    self.init(zeroed: count)
    try unsafe fill(buffer)
  }

  /// How many bytes there are.
  public var count: Int { unsafe buffer.count }

  /// Hands the bytes to the closure, which must not keep them.
  public func withBytes<Value: ~Copyable, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    try unsafe body(UnsafeRawBufferPointer(buffer))
  }

  /// A copy of the bytes from one offset up to another, both within ``count``.
  public func part(_ range: Range<Int>) -> SecretBytes {
    unsafe SecretBytes(
      copying: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[range]))
  }
}
