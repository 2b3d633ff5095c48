package import Cryptography

/// A file of one key: 64 hexadecimal digits and a line feed.
package enum HexadecimalKey {
  private static let length = 65

  /// The text of a key of these 32 bytes.
  package static func text(of key: borrowing SecretBytes) -> SecretBytes {
    key.withBytes { key in
      SecretBytes(count: length) { text in
        for (index, byte) in key.enumerated() {
          text[index * 2] = digit(byte >> 4)
          text[index * 2 + 1] = digit(byte & 0xf)
        }
        text[length - 1] = UInt8(ascii: "\n")
      }
    }
  }

  /// The key in a file.
  ///
  /// - Parameters:
  ///   - missing: thrown where there is no file.
  ///   - malformed: thrown where the file holds something else.
  package static func read(
    from file: OwnerOnlyFile, as kind: VaultFailure.File, missing: VaultFailure,
    malformed: VaultFailure
  ) throws(VaultFailure) -> SecretBytes {
    guard try file.checkedSize(as: kind, missing: missing) == length else { throw malformed }
    let text = try file.read(count: length)
    return try text.withBytes { (text) throws(VaultFailure) in
      guard text[length - 1] == UInt8(ascii: "\n") else { throw malformed }
      return try SecretBytes(count: 32) { (key) throws(VaultFailure) in
        for index in 0..<32 {
          guard let high = value(text[index * 2]), let low = value(text[index * 2 + 1]) else {
            throw malformed
          }
          key[index] = high << 4 | low
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
