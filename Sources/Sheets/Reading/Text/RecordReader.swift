/// Records of separated cells, read one after the other (RFC 4180, with any separator and line end).
///
/// A cell is quoted if its first character is `"`; within, `""` is one quotation mark, and separators and
/// line ends are characters. A quotation mark elsewhere is a character. Blanks between a closing quotation
/// mark and the separator are left out.
struct RecordReader {
  /// A record: the line on which it begins, and its cells, with blank ones at the end.
  struct Record {
    var line: Int
    var fields: [String]
    /// Where each cell is in the file's bytes, with its quotation marks; empty unless they are kept.
    var places: [Range<Int>] = []
  }

  private let bytes: [UInt8]
  /// As UTF-8; empty: the file has one column.
  private let separator: [UInt8]
  private let keepsPlaces: Bool
  private(set) var position: Int
  private var line: Int
  /// The line ends met outside quoted cells.
  private(set) var ends: Set<TextForm.LineEnd> = []

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed: UInt8 = 0x0A
  private static let carriageReturn: UInt8 = 0x0D

  /// - Parameters:
  ///   - bytes: well-formed UTF-8.
  ///   - start: the first record's index and line.
  ///   - keepsPlaces: whether records have ``Record/places``.
  init(
    _ bytes: [UInt8], separator: Character?, start: (index: Int, line: Int) = (0, 1),
    keepsPlaces: Bool = false
  ) {
    self.bytes = bytes
    self.keepsPlaces = keepsPlaces
    self.separator = separator.map { Array(String($0).utf8) } ?? []
    position = start.index
    line = start.line
  }

  /// The next record; nil at the end of the file. A line end at the end begins no further record.
  mutating func next() throws(SheetReadingFailure) -> Record? {
    guard position < bytes.count else { return nil }
    var record = Record(line: line, fields: [])
    while true {
      guard record.fields.count < SheetLimits.columns else {
        throw .tooManyColumns(row: record.line)
      }
      let begin = position
      record.fields.append(try field())
      if keepsPlaces { record.places.append(begin..<position) }
      guard position < bytes.count else { return record }
      if isSeparator(at: position) {
        position += separator.count
        continue
      }
      endLine()
      return record
    }
  }

  /// Passes over the line end that is here.
  private mutating func endLine() {
    if bytes[position] == Self.lineFeed {
      ends.insert(.lineFeed)
      position += 1
    } else if position + 1 < bytes.count, bytes[position + 1] == Self.lineFeed {
      ends.insert(.carriageReturnAndLineFeed)
      position += 2
    } else {
      ends.insert(.carriageReturn)
      position += 1
    }
    line += 1
  }

  private func isSeparator(at index: Int) -> Bool {
    guard let first = separator.first, bytes[index] == first else { return false }
    return separator.count == 1 || bytes[index...].starts(with: separator)
  }

  /// Whether a cell cannot go on at this index.
  private func isEnd(_ index: Int) -> Bool {
    guard index < bytes.count else { return true }
    let byte = bytes[index]
    return byte == Self.lineFeed || byte == Self.carriageReturn || isSeparator(at: index)
  }

  private mutating func field() throws(SheetReadingFailure) -> String {
    if position < bytes.count, bytes[position] == Self.quote { return try quoted() }
    let start = position
    while !isEnd(position) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func quoted() throws(SheetReadingFailure) -> String {
    let opened = line
    var text: [UInt8] = []
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      if byte == Self.quote {
        position += 1
        if position < bytes.count, bytes[position] == Self.quote {
          text.append(byte)
          position += 1
          continue
        }
        while position < bytes.count, bytes[position] == 0x20, !isSeparator(at: position) {
          position += 1
        }
        guard isEnd(position) else { throw .textAfterQuote(line: line) }
        return String(decoding: text, as: UTF8.self)
      }
      if byte == Self.carriageReturn
        || byte == Self.lineFeed && bytes[position - 1] != Self.carriageReturn
      {
        line += 1
      }
      text.append(byte)
      position += 1
    }
    throw .unclosedQuote(line: opened)
  }
}
