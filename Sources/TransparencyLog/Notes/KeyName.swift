/// The name under which a key signs notes, by custom a URL without its scheme: `example.com/log42`.
///
/// It is not empty and has no plus, no Unicode space and no control character (C2SP signed-note).
/// Two names are the same where their bytes are: Unicode's equivalent spellings are different names.
public struct KeyName: Sendable {
  /// The name as it stands in a note.
  public let text: String

  /// - Returns: nil for a text that is not a name.
  public init?(_ text: String) {
    let isForeign = text.unicodeScalars.contains {
      $0 == "+" || $0.value < 0x20 || $0.properties.isWhitespace
    }
    guard !text.isEmpty, !isForeign else { return nil }
    self.text = text
  }
}

extension KeyName: Hashable {
  public static func == (left: Self, right: Self) -> Bool {
    left.text.utf8.elementsEqual(right.text.utf8)
  }

  public func hash(into hasher: inout Hasher) {
    for byte in text.utf8 { hasher.combine(byte) }
  }
}

extension KeyName: CustomStringConvertible {
  public var description: String { text }
}
