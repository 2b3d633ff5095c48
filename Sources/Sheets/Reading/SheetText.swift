/// A text file with separated cells, decoded.
struct SheetText {
  let encoding: TextForm.Encoding
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) throws(SheetReadingFailure) {
    self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    encoding = self.bytes.count == bytes.count ? .utf8 : .utf8WithMark
  }

  func rows() throws(SheetReadingFailure) -> ([SheetFile.Row], TextForm) {
    let lines = String(decoding: bytes, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let rows = lines.enumerated().map { index, line in
      SheetFile.Row(
        number: index + 1,
        cells: line.split(separator: ";", omittingEmptySubsequences: false)
          .map { $0.isEmpty ? .empty : .text(String($0)) })
    }
    return (rows, TextForm(encoding: encoding, separator: ";", lineEnd: .lineFeed))
  }
}
