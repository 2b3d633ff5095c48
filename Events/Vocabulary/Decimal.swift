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
    for _ in 0..<width { bytes.append(UInt8(ascii: "0")) }
    write(number, width: width, over: &bytes, at: bytes.count - width)
  }

  /// Writes a number of at most `width` digits, with leading zeros up to that width, over the bytes
  /// from an index on.
  static func write(_ number: Int, width: Int, over bytes: inout [UInt8], at start: Int) {
    var rest = number
    for index in (start..<start + width).reversed() {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      bytes[index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
      rest = quotient
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
