/// A text about a person as the log holds it: encrypted under a key of that person.
///
/// AES-256-GCM; the associated data binds it to its event, person and field. Only the vault can
/// decrypt it, and nothing can once the key is destroyed.
@frozen public struct Sealed: Hashable, Sendable {
  /// The id of the key in the vault.
  public let key: KeyID
  /// Base64 of 12 bytes.
  public let nonce: String
  /// Base64 of the ciphertext and its 16-byte tag.
  public let text: String

  /// - Throws: ``InvalidValue/sealed`` where the nonce or the text is not base64 of a possible
  ///   length.
  public init(key: KeyID, nonce: String, text: String) throws(InvalidValue) {
    guard nonce.utf8.count == 16, text.utf8.count >= 24, text.utf8.count % 4 == 0,
      Self.isBase64(nonce, padding: 0), Self.isBase64(text, padding: 2)
    else { throw .sealed }
    self.key = key
    self.nonce = nonce
    self.text = text
  }

  private static func isBase64(_ text: String, padding: Int) -> Bool {
    var padded = 0
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"):
        if padded > 0 { return false }
      case UInt8(ascii: "="): padded += 1
      default: return false
      }
    }
    return padded <= padding
  }
}
