public import Cryptography

/// What a person presents to be known: 256 random bits. It is shown once, and never kept: its hash is.
///
/// Written `acquis_` and 43 characters of base64url (RFC 4648 §5) without padding. Nothing but ``text`` shows
/// it: no description, no dump, no error.
public struct Token: Equatable, Sendable {
  private let bytes: [UInt8]

  /// What the text of a token begins with, by which a token that was left somewhere is recognised.
  public static let prefix = "acquis_"

  /// The number of bytes, and of the characters that write them.
  private static let (length, written) = (32, 43)

  /// A new one.
  ///
  /// - Throws: ``CryptographyFailure/unavailable(_:)`` if the system has no entropy.
  public init() throws(CryptographyFailure) {
    bytes = unsafe try SecretBytes(randomCount: Self.length).withBytes { unsafe Array($0) }
  }

  /// Reads what a person presents; nil for anything but what ``text`` writes. Two texts are never one token.
  public init?(_ text: String) {
    let characters = text.utf8.dropFirst(Self.prefix.utf8.count)
    guard text.utf8.starts(with: Self.prefix.utf8), characters.count == Self.written else {
      return nil
    }
    var base64: [UInt8] = []
    for character in characters {
      switch character {
      case UInt8(ascii: "-"): base64.append(UInt8(ascii: "+"))
      case UInt8(ascii: "_"): base64.append(UInt8(ascii: "/"))
      // These two are of the other alphabet.
      case UInt8(ascii: "+"), UInt8(ascii: "/"): return nil
      default: base64.append(character)
      }
    }
    base64.append(UInt8(ascii: "="))
    guard let bytes = Base64.decode(String(decoding: base64, as: UTF8.self)),
      bytes.count == Self.length
    else { return nil }
    self.bytes = bytes
  }

  /// What is given to the person, once.
  public var text: String {
    let characters = Base64.encode(bytes).utf8.dropLast().map { character in
      switch character {
      case UInt8(ascii: "+"): UInt8(ascii: "-")
      case UInt8(ascii: "/"): UInt8(ascii: "_")
      default: character
      }
    }
    return Self.prefix + String(decoding: characters, as: UTF8.self)
  }

  /// The SHA-256 of its 32 bytes, by which its grant is found.
  ///
  /// - Throws: ``CryptographyFailure/unavailable(_:)``.
  public func hash() throws(CryptographyFailure) -> Digest { try SHA256().digest(of: bytes) }
}

extension Token: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Nothing of it.
  public var description: String { "\(Self.prefix)…" }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
