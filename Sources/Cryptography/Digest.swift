/// A 32-byte hash: SHA-256 or HMAC-SHA-256.
public struct Digest: Hashable, Sendable {
  private let words: (UInt64, UInt64, UInt64, UInt64)

  /// Wraps an existing hash; nil unless there are exactly 32 bytes.
  public init?(_ bytes: UnsafeRawBufferPointer) {
    guard bytes.count == 32 else { return nil }
    words = unsafe (
      bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self),
      bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self),
      bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self),
      bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
    )
  }

  /// Wraps an existing hash; nil unless there are exactly 32 bytes.
  public init?(_ bytes: [UInt8]) {
    guard let digest = unsafe bytes.withUnsafeBytes({ unsafe Digest($0) }) else { return nil }
    self = digest
  }

  /// Calls the closure with the 32 bytes, valid during the call only.
  public func withBytes<Value, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    try unsafe withUnsafeBytes(of: words, body)
  }

  public var bytes: [UInt8] { unsafe withBytes { unsafe Array($0) } }

  /// Base64 (RFC 4648), the form used for tree roots.
  public var base64: String { Base64.encode(bytes) }

  public static func == (left: Self, right: Self) -> Bool { left.words == right.words }

  public func hash(into hasher: inout Hasher) {
    unsafe withBytes { unsafe hasher.combine(bytes: $0) }
  }
}

extension Digest: CustomStringConvertible {
  /// 64 lower-case hexadecimal digits.
  public var description: String {
    bytes.map { byte in
      let digits = String(byte, radix: 16)
      return byte < 16 ? "0" + digits : digits
    }.joined()
  }
}
