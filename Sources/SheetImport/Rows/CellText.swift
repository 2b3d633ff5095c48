internal import AcquisLedger

extension String {
  /// Without the blanks at its ends; the same text, without a copy, if it has none.
  var trimmedCell: String {
    guard let first = utf8.first, let last = utf8.last else { return self }
    let isPlain = 0x21...0x7E ~= first && 0x21...0x7E ~= last
    return isPlain ? self : trimmed
  }

  /// On one line, with one blank between words.
  var onOneLine: String {
    var last: UInt8 = 0x20
    let isPlain = utf8.allSatisfy { byte in
      defer { last = byte }
      return 0x21...0x7E ~= byte || byte == 0x20 && last != 0x20
    }
    if isPlain, last != 0x20 { return self }
    return split { $0.isWhitespace }.joined(separator: " ")
  }

  var hasLetters: Bool { contains(where: \.isLetter) }
  var hasDigits: Bool { utf8.contains { 48...57 ~= $0 } }
}
