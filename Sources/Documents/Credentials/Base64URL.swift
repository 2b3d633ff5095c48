internal import Cryptography

/// Base64 with the URL-safe alphabet and without padding (RFC 7515, section 2).
enum Base64URL {
  static func encode(_ bytes: [UInt8]) -> String {
    let characters = Base64.encode(bytes).utf8.prefix { $0 != UInt8(ascii: "=") }
    return String(decoding: characters.map(urlSafe), as: UTF8.self)
  }

  /// The bytes of a text that ``encode(_:)`` could have written; nil for any other text.
  static func decode(_ text: some StringProtocol) -> [UInt8]? {
    var characters: [UInt8] = []
    for character in text.utf8 {
      switch character {
      case UInt8(ascii: "-"): characters.append(UInt8(ascii: "+"))
      case UInt8(ascii: "_"): characters.append(UInt8(ascii: "/"))
      case UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="): return nil
      default: characters.append(character)
      }
    }
    while characters.count % 4 != 0 { characters.append(UInt8(ascii: "=")) }
    return Base64.decode(String(decoding: characters, as: UTF8.self))
  }

  private static func urlSafe(_ character: UInt8) -> UInt8 {
    switch character {
    case UInt8(ascii: "+"): UInt8(ascii: "-")
    case UInt8(ascii: "/"): UInt8(ascii: "_")
    default: character
    }
  }
}
