let newline = UInt8(ascii: "\n")

/// Whether a byte may stand in a note: everything but the ASCII control characters, the newline kept.
func isAllowed(_ byte: UInt8) -> Bool { byte >= 0x20 || byte == newline }

/// The number that decimal digits write, in its one spelling: no sign, no leading zero, below 2^64.
func decimal(_ digits: some Collection<UInt8>) -> UInt64? {
  let zero = UInt8(ascii: "0")
  guard digits.count == 1 || digits.first != zero,
    digits.allSatisfy({ (zero...UInt8(ascii: "9")).contains($0) })
  else { return nil }
  return UInt64(String(decoding: digits, as: UTF8.self))
}

/// Foreign bytes, line by line.
struct Lines {
  /// What was not read yet.
  private(set) var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  /// The next line, without its newline; nil where no newline ends it.
  mutating func next() -> ArraySlice<UInt8>? {
    guard let end = rest.firstIndex(of: newline) else { return nil }
    defer { rest = rest[(end + 1)...] }
    return rest[..<end]
  }
}
