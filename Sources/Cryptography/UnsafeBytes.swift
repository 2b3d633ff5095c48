/// An array's bytes, with the closure's own error type kept.
func unsafeBytes<Value>(
  of bytes: [UInt8],
  _ body: (UnsafeRawBufferPointer) throws(CryptographyFailure) -> Value
) throws(CryptographyFailure) -> Value {
  try unsafe bytes.span.withUnsafeBytes(body)
}

/// An array's bytes, to be written, with the closure's own error type kept.
func unsafeMutableBytes(
  of bytes: inout [UInt8],
  _ body: (UnsafeMutableRawBufferPointer) throws(CryptographyFailure) -> Void
) throws(CryptographyFailure) {
  var span = bytes.mutableSpan
  try unsafe span.withUnsafeMutableBytes(body)
}
