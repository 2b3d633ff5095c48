internal import CCrypto

/// Returns random bytes that need not stay secret, as for a nonce or an id. For keys, use
/// ``SecretBytes``.
///
/// - Throws: ``CryptographyFailure/unavailable(_:)`` if the system has no entropy.
public func randomBytes(_ count: Int) throws(CryptographyFailure) -> [UInt8] {
  var bytes = [UInt8](repeating: 0, count: count)
  guard unsafe RAND_bytes(&bytes, Int32(count)) == 1 else { throw .unavailable("random bytes") }
  return bytes
}
