/// The file format of a 32-byte key: 64 hexadecimal digits and a line feed.
public enum HexadecimalKey {
  /// Of the text, in bytes.
  public static let length = 65

  /// Thrown for a text of another length or with another character.
  public struct Malformed: Error {}

  /// Encodes a key of 32 bytes, with lower-case digits.
  public static func text(of key: borrowing SecretBytes) -> SecretBytes {
    unsafe key.withBytes { key in
      unsafe SecretBytes(count: length) { text in
        for index in 0..<key.count {
          let byte = unsafe key[index]
          unsafe text[index * 2] = digit(byte >> 4)
          unsafe text[index * 2 + 1] = digit(byte & 0xf)
        }
        unsafe text[length - 1] = UInt8(ascii: "\n")
      }
    }
  }

  /// Decodes a key; digits of either case are accepted.
  ///
  /// - Throws: ``Malformed``.
  public static func key(in text: borrowing SecretBytes) throws(Malformed) -> SecretBytes {
    try unsafe text.withBytes { (text) throws(Malformed) in
      guard text.count == length, unsafe text[length - 1] == UInt8(ascii: "\n") else {
        throw Malformed()
      }
      return try unsafe SecretBytes(count: 32) { (key) throws(Malformed) in
        for index in 0..<32 {
          guard let high = unsafe value(text[index * 2]),
            let low = unsafe value(text[index * 2 + 1])
          else {
            throw Malformed()
          }
          unsafe key[index] = high << 4 | low
        }
      }
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  private static func value(_ digit: UInt8) -> UInt8? {
    switch digit {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): digit - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
