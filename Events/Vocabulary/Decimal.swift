/// Parsing and formatting of decimal numbers of fixed width.
@usableFromInline enum Decimal {
  /// The number written by two digits; nil if one of the bytes is not a digit. `offset + 1` must be
  /// within the bytes.
  @inlinable static func two(_ bytes: UnsafeRawBufferPointer, at offset: Int) -> Int? {
    let tens = unsafe Int(bytes[offset]) - 48
    let units = unsafe Int(bytes[offset + 1]) - 48
    guard 0...9 ~= tens, 0...9 ~= units else { return nil }
    return tens * 10 + units
  }

  /// Appends a number of at most `width` digits, with leading zeros up to that width.
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
  /// `withUTF8` with typed throws.
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
