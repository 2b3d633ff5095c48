/// A line of a request's or a response's head.
public struct HTTPHeader: Hashable, Sendable {
  /// Compared without regard to the case of ASCII letters.
  public let name: String
  public let value: String

  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

extension Sequence<HTTPHeader> {
  /// The values of all headers of a name, in their order.
  func values(_ name: String) -> [String] {
    filter { $0.name.equalsIgnoringCase(name) }.map(\.value)
  }
}

extension String {
  /// Whether two texts differ in nothing but the case of ASCII letters.
  func equalsIgnoringCase(_ other: String) -> Bool {
    utf8.count == other.utf8.count
      && zip(utf8, other.utf8).allSatisfy { $0.lowercasedASCII == $1.lowercasedASCII }
  }
}

extension UInt8 {
  var lowercasedASCII: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }

  /// Whether it may be in a method or in a header's name (RFC 9110, 5.6.2, `tchar`).
  var isTokenByte: Bool {
    switch self {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    // ! # $ % & ' * + - . ^ _ ` | ~
    case 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D, 0x2E, 0x5E...0x60, 0x7C, 0x7E: true
    default: false
    }
  }

  /// Whether it may be in a header's value: no control character but the tab.
  var isFieldByte: Bool { self == 0x09 || (self >= 0x20 && self != 0x7F) }
}
