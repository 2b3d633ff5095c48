/// The lines of a text file with separated cells as they are written, to be changed and written back.
///
/// ```swift
/// var lines = try TextLines(bytes, named: "2019.csv")
/// lines.lines[0].set("état", at: 7)
/// let (bytes, encoding) = lines.written()
/// ```
///
/// A cell that is not set stays as it was, byte for byte: its quotation marks, its blanks and its line ends.
public struct TextLines: Sendable {
  /// A row, which may be on several lines of the file.
  public struct Line: Sendable {
    /// The line of the file on which the row begins, as ``SheetFile/Row/number``.
    public let number: Int
    /// With their quotation marks.
    fileprivate(set) var cells: [String]
    /// What ends the row; empty at the end of a file without one.
    fileprivate var end: String
    fileprivate let separator: Character

    /// Puts a text in a column, from 0, quoted where that is needed; blank cells are added up to it.
    public mutating func set(_ text: String, at column: Int) {
      while cells.count <= column { cells.append("") }
      cells[column] = Self.quoted(text, separator)
    }

    /// The width of the row in cells, with blank ones at the end.
    public var count: Int { cells.count }

    private static func quoted(_ text: String, _ separator: Character) -> String {
      let text = FormulaMark.put(on: text)
      let special = "\"\n\r\(separator)".utf8
      let isPadded = text.utf8.first == 0x20 || text.utf8.last == 0x20
      guard isPadded || text.utf8.contains(where: { special.contains($0) }) else { return text }
      let quote = UInt8(ascii: "\"")
      return String(
        decoding: [quote] + text.utf8.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote],
        as: UTF8.self)
    }
  }

  public let encoding: TextForm.Encoding
  /// Before the first row: a line `sep=;`.
  private let head: String
  /// In the order of the file; those of a file that ends with a line end have no empty one more.
  public var lines: [Line]
  private let separator: Character
  private let isASCII: Bool

  /// - Parameter named: the file's name, as for ``SheetFile``.
  public init(_ bytes: [UInt8], named: String) throws(SheetReadingFailure) {
    let sheet = try SheetText(bytes, isTabbed: named.lowercased().hasSuffix(".tsv"))
    let utf8 = sheet.text.utf8
    var reader = RecordReader(
      utf8, separator: sheet.separator, start: sheet.start, keepsPlaces: true)
    let separator = sheet.separator ?? ";"
    var lines: [Line] = []
    while let record = try reader.next() {
      let last = record.places.last?.upperBound ?? reader.position
      lines.append(
        Line(
          number: record.line,
          cells: record.places.map { String(decoding: utf8[$0], as: UTF8.self) },
          end: String(decoding: utf8[last..<reader.position], as: UTF8.self),
          separator: separator))
    }
    self.lines = lines
    self.separator = separator
    encoding = sheet.text.encoding
    isASCII = utf8.allSatisfy { $0 < 0x80 }
    head = String(decoding: utf8[..<sheet.start.index], as: UTF8.self)
  }

  /// The file's bytes in its own encoding, or in UTF-8 with a mark where a character does not fit in that.
  ///
  /// A file of ASCII, of which no program knows the encoding, has the mark too if something else was added.
  ///
  /// - Returns: with the encoding in which they are.
  public func written() -> (bytes: [UInt8], encoding: TextForm.Encoding) {
    var text = head
    for line in lines {
      text += line.cells.joined(separator: String(separator))
      text += line.end
    }
    let utf8 = Array(text.utf8)
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    switch encoding {
    case .utf8:
      if isASCII, utf8.contains(where: { $0 >= 0x80 }) { return (mark + utf8, .utf8WithMark) }
      return (utf8, .utf8)
    case .utf8WithMark: return (mark + utf8, .utf8WithMark)
    case .utf16LittleEndian:
      return ([0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }, encoding)
    case .utf16BigEndian:
      return ([0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }, encoding)
    case .windows1252:
      guard let bytes = DecodedText.windows1252(of: text) else {
        return (mark + utf8, .utf8WithMark)
      }
      return (bytes, .windows1252)
    }
  }
}

extension DecodedText {
  /// The bytes of a text in Windows-1252; nil if a character does not fit.
  fileprivate static func windows1252(of text: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if scalar.value < 0x80 || 0xA0...0xFF ~= scalar.value {
        bytes.append(UInt8(scalar.value))
      } else if let place = upper.firstIndex(where: { UInt32($0) == scalar.value }) {
        bytes.append(UInt8(0x80 + place))
      } else {
        return nil
      }
    }
    return bytes
  }
}
