/// Base64 (RFC 4648 §4) in canonical form: padded, without spaces or line breaks.
public enum Base64 {
  private static let alphabet: [UInt8] = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  private static let padding = UInt8(ascii: "=")

  /// The value of each character, 64 for a character outside the alphabet.
  private static let values: [UInt8] = {
    var values = [UInt8](repeating: 64, count: 256)
    for (value, character) in alphabet.enumerated() { values[Int(character)] = UInt8(value) }
    return values
  }()

  /// Returns four characters for every three bytes, the last group padded.
  public static func encode(_ bytes: [UInt8]) -> String {
    let alphabet = alphabet
    return unsafe String(unsafeUninitializedCapacity: (bytes.count + 2) / 3 * 4) { characters in
      var written = 0
      var index = 0
      while index < bytes.count {
        let left = bytes.count - index
        let first = UInt32(bytes[index]) << 16
        let second = left > 1 ? UInt32(bytes[index + 1]) << 8 : 0
        let third = left > 2 ? UInt32(bytes[index + 2]) : 0
        let group = first | second | third
        unsafe characters[written] = alphabet[Int(group >> 18)]
        unsafe characters[written + 1] = alphabet[Int(group >> 12 & 63)]
        unsafe characters[written + 2] = left > 1 ? alphabet[Int(group >> 6 & 63)] : padding
        unsafe characters[written + 3] = left > 2 ? alphabet[Int(group & 63)] : padding
        written += 4
        index += 3
      }
      return written
    }
  }

  /// The bytes of a text that ``encode(_:)`` could have written; nil for any other text.
  ///
  /// Refuses a length that is not a multiple of four, characters outside the alphabet, padding
  /// before the end, and unused bits that are not zero: two texts never decode to the same bytes.
  public static func decode(_ text: String) -> [UInt8]? {
    let characters = Array(text.utf8)
    guard characters.count % 4 == 0 else { return nil }
    let padded = characters.suffix(2).reversed().prefix { $0 == padding }.count
    let values = values
    var bytes: [UInt8] = []
    bytes.reserveCapacity(characters.count / 4 * 3)
    var pending: UInt32 = 0
    var bits = 0
    for character in characters.dropLast(padded) {
      let value = values[Int(character)]
      guard value < 64 else { return nil }
      pending = pending << 6 | UInt32(value)
      bits += 6
      if bits >= 8 {
        bits -= 8
        bytes.append(UInt8(truncatingIfNeeded: pending >> UInt32(bits)))
      }
    }
    guard pending & (1 << UInt32(bits) - 1) == 0 else { return nil }
    return bytes
  }
}
