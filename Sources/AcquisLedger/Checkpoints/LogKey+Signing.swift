internal import Cryptography
internal import TransparencyLog

extension LogKey {
  /// The Ed25519 signature of bytes that are no checkpoint, 64 bytes: what a credential is signed with.
  ///
  /// One key may sign both, because neither can be taken for the other. A checkpoint's note has line feeds
  /// and at least 71 bytes. The signing input of a token has neither a line feed nor any other character
  /// outside base64url and the full stop, and more than 64 bytes; what an embedded proof signs, the
  /// SHA-256 of its options and that of the document, has 64.
  ///
  /// - Throws: ``SigningFailure/unavailable(_:)``.
  public func sign(_ bytes: [UInt8]) throws(SigningFailure) -> [UInt8] {
    do throws(CryptographyFailure) { return try signing.key.sign(bytes) } catch {
      throw .unavailable(error)
    }
  }
}
