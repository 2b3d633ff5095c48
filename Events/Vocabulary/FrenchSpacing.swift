extension Text {
  /// A French text with the spaces that must not break a line: U+202F before `;`, `?` and `!`, U+00A0
  /// before `:`, `»` and `%` and after `«`.
  ///
  /// Sentences are written with plain spaces, and this is applied once, where one is shown. What is
  /// between backticks is a command and stays as it is typed. So does a mark with a letter or a digit
  /// after it, and one with several spaces before it: a code, a column.
  ///
  /// Costs one reading of the bytes where nothing is changed.
  static func spaced(_ text: String) -> String {
    guard hasFrenchMark(text.utf8) else { return text }
    let bytes = Array(text.utf8)
    var spaced: [UInt8] = []
    spaced.reserveCapacity(bytes.count + 8)
    var isQuoted = false
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "`") { isQuoted.toggle() }
      if byte == UInt8(ascii: " "), !isQuoted, let space = space(at: index, in: bytes) {
        spaced += space
      } else {
        spaced.append(byte)
      }
    }
    return String(decoding: spaced, as: UTF8.self)
  }

  private static let noBreak: [UInt8] = [0xC2, 0xA0]
  private static let narrow: [UInt8] = [0xE2, 0x80, 0xAF]

  /// The space in place of a plain one; nil if that stays.
  private static func space(at index: Int, in bytes: [UInt8]) -> [UInt8]? {
    func byte(_ offset: Int) -> UInt8? {
      bytes.indices.contains(index + offset) ? bytes[index + offset] : nil
    }
    let plain = UInt8(ascii: " ")
    if byte(-1) == plain || byte(1) == plain { return nil }
    if byte(-2) == 0xC2, byte(-1) == 0xAB { return noBreak }
    switch byte(1) {
    case UInt8(ascii: ":"), UInt8(ascii: "%"): return endsWord(byte(2)) ? noBreak : nil
    case UInt8(ascii: ";"), UInt8(ascii: "?"), UInt8(ascii: "!"):
      return endsWord(byte(2)) ? narrow : nil
    case 0xC2: return byte(2) == 0xBB ? noBreak : nil
    default: return nil
    }
  }

  /// Whether the byte after a mark is none of a word's: the end, a space, another mark.
  private static func endsWord(_ byte: UInt8?) -> Bool {
    guard let byte else { return true }
    return switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "/"):
      false
    default: true
    }
  }

  /// Whether a plain space is beside a mark that takes another space.
  private static func hasFrenchMark(_ utf8: String.UTF8View) -> Bool {
    var before: UInt8 = 0
    var last: UInt8 = 0
    for byte in utf8 {
      if last == UInt8(ascii: " ") {
        switch byte {
        case UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "?"), UInt8(ascii: "!"),
          UInt8(ascii: "%"), 0xC2:
          return true
        default: break
        }
      }
      if byte == UInt8(ascii: " "), last == 0xAB, before == 0xC2 { return true }
      before = last
      last = byte
    }
    return false
  }
}
