/// The name of a key that signs notes, by convention a URL without scheme: `example.com/log42`.
///
/// It is not empty and contains no plus sign, Unicode space or control character (C2SP
/// signed-note). Names are compared by bytes: canonically equivalent Unicode spellings are
/// different names.
public struct KeyName: Sendable {
  public let text: String

  /// - Returns: nil for a text that is not a valid name.
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
