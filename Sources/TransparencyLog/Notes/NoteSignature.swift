internal import Cryptography

/// A signature line of a note, unverified: the key that claims to have signed, and the signature.
public struct NoteSignature: Hashable, Sendable {
  /// Of the key.
  public let name: KeyName
  /// Of the key.
  public let id: NoteKeyID
  /// 64 bytes for Ed25519; one or more for unknown algorithms.
  public let signature: [UInt8]

  init(name: KeyName, id: NoteKeyID, signature: [UInt8]) {
    self.name = name
    self.id = id
    self.signature = signature
  }

  /// U+2014 (em dash) and a space.
  private static let mark = Array("\u{2014} ".utf8)

  /// Parses a line of valid UTF-8 without its newline; nil if it is not `— name base64`.
  init?(parsing line: ArraySlice<UInt8>) {
    guard line.starts(with: Self.mark) else { return nil }
    let parts = line.dropFirst(Self.mark.count).split(
      separator: UInt8(ascii: " "), maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2,
      let name = KeyName(String(decoding: parts[0], as: UTF8.self)),
      let bytes = Base64.decode(String(decoding: parts[1], as: UTF8.self)),
      bytes.count > 4, let id = NoteKeyID(bytes.prefix(4))
    else { return nil }
    self.init(name: name, id: id, signature: Array(bytes.dropFirst(4)))
  }

  /// The signature line, with its newline.
  var line: String { "\u{2014} \(name) \(Base64.encode(id.bytes + signature))\n" }
}
