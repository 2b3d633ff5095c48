internal import CCrypto

/// Random bytes that need not stay secret: a nonce, an id. For keys, ``SecretBytes``.
///
/// - Throws: ``CryptographyFailure/unavailable(_:)`` where the system has no entropy to give.
public func randomBytes(_ count: Int) throws(CryptographyFailure) -> [UInt8] {
  var bytes = [UInt8](repeating: 0, count: count)
  guard unsafe RAND_bytes(&bytes, Int32(count)) == 1 else { throw .unavailable("random bytes") }
  return bytes
}
