/// What bytes are as UTF-8: where they are malformed first, and whether they were meant to be UTF-8.
///
/// Source of the table of well-formed sequences: The Unicode Standard, table 3-7.
struct UTF8Census {
  /// The index of the first byte that belongs to no sequence.
  private(set) var firstMalformed: Int?
  /// Whether there is a character of the texts of Europe (U+0080 to U+017F, U+2000 to U+2FFF), whose bytes no
  /// word has in Windows-1252.
  private(set) var isLikely = false

  /// Whether characters of phonetics are all there is beyond ASCII: `É` or `Ê` before `»`, `…` or `’`, which are
  /// well-formed by chance.
  private(set) var isChance = false

  init(_ bytes: [UInt8]) {
    var others = 0
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      if lead < 0x80 {
        index += 1
        continue
      }
      let length = Self.length(of: bytes, at: index)
      if length == 0 {
        if firstMalformed == nil { firstMalformed = index }
        index += 1
      } else {
        if (0xC2...0xC5).contains(lead) || lead == 0xE2 { isLikely = true }
        if lead == 0xC9 || lead == 0xCA { isChance = true } else { others += 1 }
        index += length
      }
    }
    isChance = isChance && others == 0
  }

  /// The length of the well-formed sequence that begins here; 0: none does.
  private static func length(of bytes: [UInt8], at index: Int) -> Int {
    let lead = bytes[index]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return 0
    }
    guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return 0 }
    for place in index + 2..<max(index + 2, index + length) where bytes[place] & 0xC0 != 0x80 {
      return 0
    }
    return length
  }
}
