public import Cryptography

/// An Ed25519 public key as a decentralised identifier: `did:key:z6Mk…` (W3C CCG, did:key method).
///
/// The identifier is the key itself: the multicodec prefix `ed25519-pub` (0xed 0x01) and the 32 bytes of
/// RFC 8032, in base 58, after the multibase prefix `z`. Nothing is looked up to verify with it.
public struct DIDKey: Hashable, Sendable {
  public let publicKey: Ed25519PublicKey

  private static let prefix = "did:key:"
  private static let codec: [UInt8] = [0xed, 0x01]

  public init(_ publicKey: Ed25519PublicKey) { self.publicKey = publicKey }

  /// Parses an identifier, or the URL of its one verification method; nil for any other text, including a
  /// key of another kind.
  public init?(_ text: String) {
    let parts = text.split(separator: "#", omittingEmptySubsequences: false)
    guard let did = parts.first, parts.count <= 2, did.hasPrefix(Self.prefix) else { return nil }
    let multibase = did.dropFirst(Self.prefix.count)
    if parts.count == 2, parts[1] != multibase { return nil }
    guard multibase.first == "z", let bytes = Base58.decode(String(multibase.dropFirst())),
      bytes.starts(with: Self.codec),
      let publicKey = Ed25519PublicKey(Array(bytes.dropFirst(Self.codec.count)))
    else { return nil }
    self.publicKey = publicKey
  }

  /// The key in multibase: `z6Mk…`.
  var multibase: String { "z" + Base58.encode(Self.codec + publicKey.bytes) }

  /// The identifier: `did:key:z6Mk…`.
  public var text: String { Self.prefix + multibase }

  /// The URL of its verification method, which names the same key again: `did:key:z6Mk…#z6Mk…`.
  public var verificationMethod: String { "\(text)#\(multibase)" }
}
