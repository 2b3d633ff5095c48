internal import Cryptography

/// One signature line of a note: who is said to have signed, and the signature.
public struct NoteSignature: Hashable, Sendable {
  /// The key's name.
  public let name: KeyName
  /// The key's id.
  public let id: NoteKeyID
  /// The signature: for Ed25519 64 bytes; of a key one does not know, one or more.
  public let signature: [UInt8]

  init(name: KeyName, id: NoteKeyID, signature: [UInt8]) {
    self.name = name
    self.id = id
    self.signature = signature
  }

  /// U+2014 and a space.
  private static let mark = Array("\u{2014} ".utf8)

  /// A line of valid UTF-8, without its newline; nil where it is not `— name base64`.
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

  /// The line with its newline.
  var line: String { "\u{2014} \(name) \(Base64.encode(id.bytes + signature))\n" }
}
