/// Calls the closure with an array's bytes; unlike `withUnsafeBytes`, keeps the error type.
func unsafeBytes<Value>(
  of bytes: [UInt8],
  _ body: (UnsafeRawBufferPointer) throws(CryptographyFailure) -> Value
) throws(CryptographyFailure) -> Value {
  try unsafe bytes.span.withUnsafeBytes(body)
}

/// Calls the closure with an array's bytes for writing; unlike `withUnsafeMutableBytes`, keeps the
/// error type.
func unsafeMutableBytes(
  of bytes: inout [UInt8],
  _ body: (UnsafeMutableRawBufferPointer) throws(CryptographyFailure) -> Void
) throws(CryptographyFailure) {
  var span = bytes.mutableSpan
  try unsafe span.withUnsafeMutableBytes(body)
}
