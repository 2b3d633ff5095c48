/// An array's bytes, with the closure's own error type kept.
func unsafeBytes<Value>(
  of bytes: [UInt8],
  _ body: (UnsafeRawBufferPointer) throws(CryptographyFailure) -> Value
) throws(CryptographyFailure) -> Value {
  let result: Result<Value, CryptographyFailure> = bytes.withUnsafeBytes { buffer in
    do throws(CryptographyFailure) {
      return .success(try body(buffer))
    } catch {
      return .failure(error)
    }
  }
  return try result.get()
}

/// An array's bytes, to be written, with the closure's own error type kept.
func unsafeMutableBytes(
  of bytes: inout [UInt8],
  _ body: (UnsafeMutableRawBufferPointer) throws(CryptographyFailure) -> Void
) throws(CryptographyFailure) {
  let result: Result<Void, CryptographyFailure> = bytes.withUnsafeMutableBytes { buffer in
    do throws(CryptographyFailure) {
      return .success(try body(buffer))
    } catch {
      return .failure(error)
    }
  }
  try result.get()
}
