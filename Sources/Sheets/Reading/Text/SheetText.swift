/// A text file with separated cells, decoded.
struct SheetText {
  let text: DecodedText
  let separator: Character?
  /// Where the first row begins: after a line `sep=;`.
  let start: (index: Int, line: Int)

  /// - Parameter isTabbed: whether the file's name promises tabs.
  init(_ bytes: [UInt8], isTabbed: Bool) throws(SheetReadingFailure) {
    text = try DecodedText(bytes)
    if let (separator, end) = Self.declared(text.utf8) {
      self.separator = separator
      start = (end, 2)
    } else {
      separator = SeparatorChoice(text.utf8, isTabbed: isTabbed).separator
      start = (0, 1)
    }
  }

  /// The separator of a first line `sep=;`, and the index of the second line.
  private static func declared(_ utf8: [UInt8]) -> (Character, Int)? {
    let line = utf8.prefix(16).prefix { $0 != 0x0A && $0 != 0x0D }
    var words = String(decoding: line, as: UTF8.self)[...]
    if words.first == "\"", words.last == "\"", words.count > 2 {
      words = words.dropFirst().dropLast()
    }
    guard words.lowercased().hasPrefix("sep="), words.count == 5, let separator = words.last,
      separator != "\"", !separator.isLetter, !separator.isNumber
    else { return nil }
    let end = line.count
    guard end < utf8.count else { return (separator, end) }
    let isPair = utf8[end] == 0x0D && end + 1 < utf8.count && utf8[end + 1] == 0x0A
    return (separator, end + (isPair ? 2 : 1))
  }

  func rows() throws(SheetReadingFailure) -> ([SheetFile.Row], TextForm) {
    var reader = RecordReader(text.utf8, separator: separator, start: start)
    var rows: [SheetFile.Row] = []
    var count = 0
    while let record = try reader.next() {
      guard rows.count < SheetLimits.rows else { throw .tooManyRows }
      var fields = record.fields[...]
      while fields.last?.isEmpty == true { fields.removeLast() }
      count += fields.count
      guard count <= SheetLimits.cells else { throw .tooManyCells }
      rows.append(
        SheetFile.Row(
          number: record.line,
          cells: fields.map { $0.isEmpty ? .empty : .text(FormulaMark.taken(off: $0)) }))
    }
    let end = reader.ends.count > 1 ? .mixed : reader.ends.first
    return (rows, TextForm(encoding: text.encoding, separator: separator, lineEnd: end))
  }
}
