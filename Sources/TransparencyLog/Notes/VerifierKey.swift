public import Cryptography

/// A named public key that verifies the signatures of one ``SigningKey``: the *vkey* of C2SP
/// signed-note, `name+id+base64(0x01 ‖ public key)`.
///
/// Supports Ed25519 (type 0x01) only. Not self-certifying: the text must come from a trusted
/// source.
public struct VerifierKey: Hashable, Sendable {
  public let name: KeyName
  /// The first four bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ public key).
  public let id: NoteKeyID
  public let publicKey: Ed25519PublicKey

  private static let algorithm: UInt8 = 0x01

  /// - Throws: ``VerifierKeyFailure/notHashed(_:)`` only.
  public init(name: KeyName, publicKey: Ed25519PublicKey) throws(VerifierKeyFailure) {
    let digest: Digest
    do throws(CryptographyFailure) {
      digest = try SHA256().digest(
        of: Array(name.text.utf8) + [UInt8(ascii: "\n"), Self.algorithm] + publicKey.bytes)
    } catch {
      throw .notHashed(error)
    }
    guard let id = NoteKeyID(digest.bytes.prefix(4)) else { throw .malformed }
    self.name = name
    self.id = id
    self.publicKey = publicKey
  }

  /// Parses a vkey; ``text`` then returns the same bytes.
  ///
  /// - Throws: ``VerifierKeyFailure``.
  public init(parsing text: String) throws(VerifierKeyFailure) {
    // A name contains no plus sign, but Base64 may.
    let parts = text.utf8.split(
      separator: UInt8(ascii: "+"), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3,
      let name = KeyName(String(decoding: parts[0], as: UTF8.self)),
      let encoded = Base64.decode(String(decoding: parts[2], as: UTF8.self)),
      let algorithm = encoded.first
    else { throw .malformed }
    guard algorithm == Self.algorithm else { throw .unknownAlgorithm(algorithm) }
    guard let publicKey = Ed25519PublicKey(Array(encoded.dropFirst())) else { throw .malformed }
    try self.init(name: name, publicKey: publicKey)
    guard parts[1].elementsEqual(id.description.utf8) else { throw .wrongID(expected: id) }
  }

  /// The vkey, for publication.
  public var text: String {
    "\(name)+\(id)+\(Base64.encode([Self.algorithm] + publicKey.bytes))"
  }
}
