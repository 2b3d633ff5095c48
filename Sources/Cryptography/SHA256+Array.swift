extension SHA256 {
  /// Adds bytes to the digest being made.
  public func update(_ bytes: [UInt8]) throws(CryptographyFailure) {
    try unsafeBytes(of: bytes) { (buffer) throws(CryptographyFailure) in try update(buffer) }
  }
}
