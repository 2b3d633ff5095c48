/// Writes canonical bytes: members in the order they are handed over, which is that of their keys.
public struct CanonicalWriter {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []
  /// True where a comma must come before the next member or element.
  private var needsComma = false

  public init() { bytes.reserveCapacity(512) }

  mutating func raw(_ text: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Writes an object around its members.
  mutating func object(_ members: (inout CanonicalWriter) -> Void) {
    raw("{")
    needsComma = false
    members(&self)
    raw("}")
    needsComma = true
  }

  /// Writes a list.
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

  /// Writes `"key":`, a comma before it where one is due.
  mutating func key(_ key: StaticString) {
    if needsComma { raw(",") }
    raw("\"")
    raw(key)
    raw("\":")
    needsComma = true
  }

  /// Writes a member.
  mutating func member(_ key: StaticString, _ value: some CanonicalValue) {
    self.key(key)
    value.write(to: &self)
    needsComma = true
  }

  /// Writes a member, or leaves it out.
  mutating func member(_ key: StaticString, _ value: (some CanonicalValue)?) {
    if let value { member(key, value) }
  }

  /// Writes a member, `null` where it has no value.
  mutating func nullable(_ key: StaticString, _ value: (some CanonicalValue)?) {
    if let value { return member(key, value) }
    self.key(key)
    raw("null")
  }

  mutating func integer(_ value: Int) {
    var text = String(value)
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  /// Writes a string with the escapes of RFC 8785 and no others.
  mutating func string(_ text: String) {
    raw("\"")
    var text = text
    text.withUTF8 { utf8 in
      for byte in utf8 {
        if byte >= 0x20, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
          bytes.append(byte)
        } else {
          escape(byte)
        }
      }
    }
    raw("\"")
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
