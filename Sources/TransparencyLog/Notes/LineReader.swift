let newline = UInt8(ascii: "\n")

/// Whether a note may contain the byte: all but the ASCII control characters below 0x20, except the
/// newline.
func isNoteByte(_ byte: UInt8) -> Bool { byte >= 0x20 || byte == newline }

/// Parses a canonical decimal number: no sign, no leading zero, below 2^64; nil for any other text.
func decimal(_ digits: some Collection<UInt8>) -> UInt64? {
  let zero = UInt8(ascii: "0")
  guard digits.count == 1 || digits.first != zero,
    digits.allSatisfy({ (zero...UInt8(ascii: "9")).contains($0) })
  else { return nil }
  return UInt64(String(decoding: digits, as: UTF8.self))
}

/// Reads untrusted bytes line by line.
struct LineReader {
  /// The bytes after the last line read.
  private(set) var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  /// The next line, without its newline; nil if there is no further newline.
  mutating func next() -> ArraySlice<UInt8>? {
    guard let end = rest.firstIndex(of: newline) else { return nil }
    defer { rest = rest[(end + 1)...] }
    return rest[..<end]
  }
}
