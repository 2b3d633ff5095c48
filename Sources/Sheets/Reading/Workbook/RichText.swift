internal import XML

/// Reads the text of a shared string or of a cell with its own: its runs joined, how it is pronounced left out.
struct RichText {
  private(set) var text = ""
  private var run: String?
  private var isKept = false
  private var phonetics = 0

  mutating func take(_ event: XMLEvent) {
    switch event {
    case .start("rPh", _): phonetics += 1
    case .end("rPh"): phonetics -= 1
    case .start("t", let attributes):
      guard phonetics == 0 else { return }
      run = ""
      isKept = attributes["space"] == "preserve"
    case .end("t"):
      guard let run else { return }
      text += Self.unescaped(isKept ? run[...] : Self.trimmed(run))
      self.run = nil
    case .text(let characters): run?.append(characters)
    case .start, .end: return
    }
  }

  /// Without the blanks of XML at either end, which count only with `xml:space="preserve"`.
  private static func trimmed(_ text: String) -> Substring {
    let isBlank: (Unicode.Scalar) -> Bool = { [0x20, 0x09, 0x0A, 0x0D].contains($0.value) }
    var rest = Substring(text).unicodeScalars
    while let first = rest.first, isBlank(first) { rest.removeFirst() }
    while let last = rest.last, isBlank(last) { rest.removeLast() }
    return Substring(rest)
  }

  /// With the characters that are written as `_x000D_`, by their UTF-16 units (ECMA-376, part 1, 22.9.2.19).
  static func unescaped(_ text: some StringProtocol) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")) else { return String(text) }
    let units = Array(text.utf16)
    var result: [UInt16] = []
    var index = 0
    while index < units.count {
      if let unit = escape(units, at: index) {
        result.append(unit)
        index += 7
      } else {
        result.append(units[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF16.self)
  }

  /// The unit that is written here; nil: none, or zero, which no text has.
  private static func escape(_ units: [UInt16], at index: Int) -> UInt16? {
    guard index + 6 < units.count, units[index] == 0x5F, units[index + 1] == 0x78,
      units[index + 6] == 0x5F
    else { return nil }
    let digits = String(decoding: units[index + 2..<index + 6], as: UTF16.self)
    guard digits.utf8.allSatisfy({ $0 != 0x2B && $0 != 0x2D }) else { return nil }
    return UInt16(digits, radix: 16).flatMap { $0 == 0 ? nil : $0 }
  }
}
