/// A text file's characters as UTF-8, and the encoding in which it has them.
///
/// The rule, in this order:
///
/// 1. A byte-order mark decides. What then is malformed is refused.
/// 2. Without one, zero bytes in every second place, in at least half of them, are UTF-16.
/// 3. What is well-formed UTF-8 is UTF-8, as ASCII is, unless phonetic characters are all there is beyond ASCII.
/// 4. Where characters are there that only UTF-8 makes likely (its first bytes C2 to C5 and E2, which would be
///    « Ã© » and the like in Windows-1252), the file is UTF-8, and what is malformed in it is refused.
/// 5. Everything else is Windows-1252, whose five undefined bytes are refused.
struct DecodedText {
  let encoding: TextForm.Encoding
  /// Well-formed, without a mark and without zero bytes.
  let utf8: [UInt8]

  init(_ bytes: [UInt8]) throws(SheetReadingFailure) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      utf8 = Array(bytes.dropFirst(3))
      encoding = .utf8WithMark
      if let wrong = UTF8Census(utf8).firstMalformed {
        throw .notUTF8(line: utf8.line(at: wrong))
      }
    } else if let order = Self.sixteenBits(bytes) {
      utf8 = try Self.decode(
        bytes.starts(with: order.mark) ? bytes[2...] : bytes[...], order)
      encoding = order == .little ? .utf16LittleEndian : .utf16BigEndian
    } else if let zero = bytes.firstIndex(of: 0) {
      throw .nul(line: bytes.line(at: zero))
    } else {
      let census = UTF8Census(bytes)
      if census.firstMalformed == nil, !census.isChance {
        utf8 = bytes
        encoding = .utf8
      } else if let wrong = census.firstMalformed, census.isLikely {
        throw .notUTF8(line: bytes.line(at: wrong))
      } else {
        utf8 = try Self.windows1252(bytes)
        encoding = .windows1252
      }
    }
    if let zero = utf8.firstIndex(of: 0) { throw .nul(line: utf8.line(at: zero)) }
  }

  private enum ByteOrder {
    case little, big

    var mark: [UInt8] { self == .little ? [0xFF, 0xFE] : [0xFE, 0xFF] }
  }

  private static func sixteenBits(_ bytes: [UInt8]) -> ByteOrder? {
    if bytes.starts(with: ByteOrder.little.mark) { return .little }
    if bytes.starts(with: ByteOrder.big.mark) { return .big }
    guard bytes.count.isMultiple(of: 2) else { return nil }
    var zeros = [0, 0]
    for (index, byte) in bytes.enumerated() where byte == 0 { zeros[index % 2] += 1 }
    let units = bytes.count / 2
    if zeros[1] > 0, zeros[1] * 2 >= units, zeros[0] * 16 <= zeros[1] { return .little }
    if zeros[0] > 0, zeros[0] * 2 >= units, zeros[1] * 16 <= zeros[0] { return .big }
    return nil
  }

  private static func decode(
    _ bytes: ArraySlice<UInt8>, _ order: ByteOrder
  ) throws(SheetReadingFailure) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(order == .little ? second << 8 | first : first << 8 | second)
      index += 2
    }
    var utf8: [UInt8] = []
    utf8.reserveCapacity(units.count)
    var decoder = UTF16()
    var iterator = units.makeIterator()
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar):
        if let units = UTF8.encode(scalar) { utf8 += units }
      case .error: throw .notUTF16(line: utf8.line(at: utf8.count))
      case .emptyInput:
        if index < bytes.endIndex { throw .notUTF16(line: utf8.line(at: utf8.count)) }
        return utf8
      }
    }
  }

  /// The characters of the bytes 80 to 9F of Windows-1252; 0: undefined.
  static let upper: [UInt16] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
    0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]

  private static func windows1252(_ bytes: [UInt8]) throws(SheetReadingFailure) -> [UInt8] {
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count + bytes.count / 8)
    for (index, byte) in bytes.enumerated() {
      if byte < 0x80 {
        utf8.append(byte)
        continue
      }
      let value = byte < 0xA0 ? upper[Int(byte) - 0x80] : UInt16(byte)
      guard value > 0, let scalar = Unicode.Scalar(value), let units = UTF8.encode(scalar) else {
        let line = bytes[..<index].lastIndex { $0 == 0x0A || $0 == 0x0D }
        throw .notWindows1252(line: bytes.line(at: index), column: index - (line ?? -1))
      }
      utf8 += units
    }
    return utf8
  }
}

extension [UInt8] {
  /// The number, from 1, of the line on which a byte is.
  func line(at index: Int) -> Int {
    var line = 1
    for place in 0..<Swift.min(index, count) {
      switch self[place] {
      case 0x0A: line += place > 0 && self[place - 1] == 0x0D ? 0 : 1
      case 0x0D: line += 1
      default: break
      }
    }
    return line
  }
}
