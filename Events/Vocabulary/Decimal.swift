/// Decimal digits read from bytes and written with leading zeros.
@usableFromInline enum Decimal {
  /// The number two digits make, or nil where one is no digit.
  @inlinable static func two(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Int? {
    let tens = unsafe Int(bytes[offset]) - 48
    let units = unsafe Int(bytes[offset + 1]) - 48
    guard 0...9 ~= tens, 0...9 ~= units else { return nil }
    return tens * 10 + units
  }

  /// Appends a number that has at most so many digits, with zeros before it up to that width.
  static func append(_ number: Int, width: Int, to bytes: inout [UInt8]) {
    var divisor = 1
    for _ in 1..<width { divisor *= 10 }
    while divisor > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / divisor % 10))
      divisor /= 10
    }
  }
}

extension String {
  /// The string's UTF-8 bytes, with the closure's own error type kept.
  mutating func withUTF8Bytes<Value, Failure: Error>(
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Value
  ) throws(Failure) -> Value {
    let result: Result<Value, Failure> = withUTF8 { buffer in
      do throws(Failure) {
        return unsafe .success(try body(UnsafeRawBufferPointer(buffer)))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }
}
