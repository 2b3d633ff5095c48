extension CanonicalReader {
  /// Reads a string in UTF-8; only the escapes of RFC 8785 are accepted.
  mutating func string() throws(ReadingFailure) -> String {
    guard take(UInt8(ascii: "\"")) else { throw ReadingFailure(.wrongKind(expected: .text)) }
    let start = offset
    var isPlain = true
    var union: UInt8 = 0
    while unsafe offset < bytes.count {
      let byte = unsafe bytes[offset]
      if byte == UInt8(ascii: "\"") { break }
      if byte < 0x20 { throw unexpected }
      union |= byte
      if byte == UInt8(ascii: "\\") {
        isPlain = false
        offset += 1
      }
      offset += 1
    }
    guard unsafe offset < bytes.count else { throw unexpected }
    let content = unsafe UnsafeRawBufferPointer(rebasing: bytes[start..<offset])
    offset += 1
    if isPlain, union < 0x80 { return unsafe String(decoding: content, as: UTF8.self) }
    if isPlain { return try unsafe Self.decoded(content) }
    return try unsafe unescaped(content, at: start)
  }

  private static func decoded(
    _ bytes: some Collection<UInt8>
  ) throws(ReadingFailure) -> String {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ReadingFailure(.notUTF8)
    }
    return text
  }

  private func unescaped(
    _ content: UnsafeRawBufferPointer, at start: Int
  ) throws(ReadingFailure) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(content.count)
    var at = 0
    while at < content.count {
      guard unsafe content[at] == UInt8(ascii: "\\") else {
        unsafe text.append(content[at])
        at += 1
        continue
      }
      let failure = ReadingFailure(.notCanonical(byte: start + at + 1))
      guard at + 1 < content.count else { throw failure }
      switch unsafe content[at + 1] {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): unsafe text.append(content[at + 1])
      case UInt8(ascii: "b"): text.append(0x08)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "n"): text.append(0x0a)
      case UInt8(ascii: "f"): text.append(0x0c)
      case UInt8(ascii: "r"): text.append(0x0d)
      case UInt8(ascii: "u"):
        guard at + 5 < content.count,
          let control = unsafe Self.control(
            UnsafeRawBufferPointer(rebasing: content[at + 2..<at + 6]))
        else { throw failure }
        text.append(control)
        at += 4
      default: throw failure
      }
      at += 2
    }
    return try Self.decoded(text)
  }

  /// The control character that four digits `00xx` encode; nil where RFC 8785 has a shorter escape.
  private static func control(_ digits: UnsafeRawBufferPointer) -> UInt8? {
    guard unsafe digits[0] == UInt8(ascii: "0"), unsafe digits[1] == UInt8(ascii: "0"),
      unsafe digits[2] == UInt8(ascii: "0") || digits[2] == UInt8(ascii: "1")
    else { return nil }
    let low: UInt8
    switch unsafe digits[3] {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): low = unsafe digits[3] - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): low = unsafe digits[3] - UInt8(ascii: "a") + 10
    default: return nil
    }
    let value = unsafe (digits[2] - UInt8(ascii: "0")) << 4 | low
    switch value {
    case 0x08, 0x09, 0x0a, 0x0c, 0x0d: return nil
    default: return value
    }
  }
}
