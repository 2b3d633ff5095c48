extension SHA256 {
  /// Adds bytes to the digest being made.
  public func update(_ bytes: [UInt8]) throws(CryptographyFailure) {
    try unsafe unsafeBytes(of: bytes) { (buffer) throws(CryptographyFailure) in
      try unsafe update(buffer)
    }
  }
}
