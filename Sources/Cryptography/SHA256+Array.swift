extension SHA256 {
  /// Hashes more bytes; call it inside the closure of ``digest(_:)``.
  public func update(_ bytes: [UInt8]) throws(CryptographyFailure) {
    try unsafe unsafeBytes(of: bytes) { (buffer) throws(CryptographyFailure) in
      try unsafe update(buffer)
    }
  }
}
