/// Writes canonical JSON. Callers pass the members of an object in the order of their keys; the
/// writer does not sort or check them.
public struct CanonicalWriter {
  /// The bytes written so far.
  public private(set) var bytes: [UInt8] = []
  /// True where a comma must come before the next member.
  private var needsComma = false

  public init() { bytes.reserveCapacity(512) }

  mutating func raw(_ text: StaticString) {
    unsafe bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Writes an object: its braces, and its members by the closure.
  mutating func object(_ members: (inout CanonicalWriter) -> Void) {
    bytes.append(UInt8(ascii: "{"))
    needsComma = false
    members(&self)
    bytes.append(UInt8(ascii: "}"))
    needsComma = true
  }

  mutating func list(_ elements: some Sequence<some CanonicalValue>) {
    raw("[")
    var isFirst = true
    for element in elements {
      if !isFirst { raw(",") }
      isFirst = false
      element.write(to: &self)
    }
    raw("]")
  }

  /// Writes `"key":`, after a comma where one is needed.
  mutating func key(_ key: StaticString) {
    raw(needsComma ? ",\"" : "\"")
    raw(key)
    raw("\":")
    needsComma = true
  }

  mutating func member(_ key: StaticString, _ value: some CanonicalValue) {
    self.key(key)
    value.write(to: &self)
    needsComma = true
  }

  /// Writes a member unless it is nil.
  mutating func member(_ key: StaticString, _ value: (some CanonicalValue)?) {
    if let value { member(key, value) }
  }

  /// Writes a member, `null` if it is nil.
  mutating func nullable(_ key: StaticString, _ value: (some CanonicalValue)?) {
    if let value { return member(key, value) }
    self.key(key)
    raw("null")
  }

  mutating func integer(_ value: Int) {
    var text = String(value)
    text.withUTF8 { unsafe bytes.append(contentsOf: $0) }
  }

  /// Writes a string with the escapes of RFC 8785 and no others.
  mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { utf8 in
      // Runs of bytes that need no escape are copied as a whole.
      var start = 0
      for index in utf8.indices where unsafe Self.isEscaped(utf8[index]) {
        unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
        unsafe escape(utf8[index])
        start = index + 1
      }
      unsafe bytes.append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes a string that the closure appends; its bytes must need no escape, which is not checked.
  @inline(__always) mutating func token(_ append: (inout [UInt8]) -> Void) {
    bytes.append(UInt8(ascii: "\""))
    append(&bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  private static func isEscaped(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func escape(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "\""): raw("\\\"")
    case UInt8(ascii: "\\"): raw("\\\\")
    case 0x08: raw("\\b")
    case 0x09: raw("\\t")
    case 0x0a: raw("\\n")
    case 0x0c: raw("\\f")
    case 0x0d: raw("\\r")
    default:
      raw("\\u00")
      for digit in [byte >> 4, byte & 0xf] {
        bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
    }
  }
}
