internal import XML

/// The format of each style that a workbook's cells name by its number.
struct NumberFormats {
  /// Sixteen times as many styles as spreadsheets have.
  private static let most = 1_048_576

  private var formats: [NumberFormat] = []

  /// No styles: every number is plain.
  init() {}

  init(_ archive: inout WorkbookArchive, _ part: String) throws(SheetReadingFailure) {
    var custom: [Int: NumberFormat] = [:]
    var formats: [NumberFormat] = []
    var isInCells = false
    try archive.read(part) { (event) throws(SheetReadingFailure) in
      switch event {
      case .start("numFmt", let attributes):
        guard let number = attributes["numFmtId"].flatMap({ Int($0) }) else { return }
        custom[number] = NumberFormat(code: attributes["formatCode"] ?? "")
      case .start("cellXfs", _): isInCells = true
      case .end("cellXfs"): isInCells = false
      case .start("xf", let attributes) where isInCells:
        guard formats.count < Self.most else { throw .tooManyCells }
        let number = attributes["numFmtId"].flatMap { Int($0) } ?? 0
        formats.append(custom[number] ?? NumberFormat(builtIn: number))
      default: return
      }
    }
    self.formats = formats
  }

  /// The format of a style's number; plain without one.
  subscript(_ style: Int?) -> NumberFormat {
    guard let style, formats.indices.contains(style) else { return .plain }
    return formats[style]
  }
}
