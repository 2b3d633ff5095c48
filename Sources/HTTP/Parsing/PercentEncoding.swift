/// Percent-encoding of UTF-8 (RFC 3986, 2.1).
public enum PercentEncoding {
  /// A text as one segment of a path: a `/` in it does not separate.
  public static func pathSegment(_ text: String) -> String { encoded(text) }

  /// A text as a name or a value in a query; a space becomes `%20`.
  public static func queryValue(_ text: String) -> String { encoded(text) }

  /// Everything but letters, digits and `-._~` is escaped (RFC 3986, 2.3).
  private static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: bytes.append(byte)
      default: bytes += [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Why a text cannot be decoded.
  enum Failure: Error, Hashable {
    /// A `%` without two hexadecimal digits after it.
    case badEscape
    case invalidUTF8
  }

  /// The text that was encoded.
  ///
  /// - Parameter plusIsSpace: as in forms (`application/x-www-form-urlencoded`).
  static func decoded(_ text: some Sequence<UInt8>, plusIsSpace: Bool) throws(Failure) -> String {
    var bytes: [UInt8] = []
    var rest = text.makeIterator()
    while let byte = rest.next() {
      switch byte {
      case 0x25:
        guard let high = rest.next()?.hexadecimalDigit, let low = rest.next()?.hexadecimalDigit
        else { throw .badEscape }
        bytes.append(high << 4 | low)
      case 0x2B where plusIsSpace: bytes.append(0x20)
      default: bytes.append(byte)
      }
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .invalidUTF8 }
    return text
  }
}

extension UInt8 {
  /// The value of a digit 0–9, a–f or A–F.
  fileprivate var hexadecimalDigit: UInt8? {
    switch self {
    case 0x30...0x39: self - 0x30
    case 0x41...0x46: self - 0x41 + 10
    case 0x61...0x66: self - 0x61 + 10
    default: nil
    }
  }
}
