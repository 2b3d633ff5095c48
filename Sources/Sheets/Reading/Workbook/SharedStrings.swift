internal import XML

/// The texts that a workbook's cells name by their number.
enum SharedStrings {
  static func read(
    _ archive: inout WorkbookArchive, _ part: String
  ) throws(SheetReadingFailure) -> [String] {
    var texts: [String] = []
    var current: RichText?
    try archive.read(part) { (event) throws(SheetReadingFailure) in
      switch event {
      case .start("si", _): current = RichText()
      case .end("si"):
        texts.append(FormulaMark.taken(off: current?.text ?? ""))
        current = nil
      default: current?.take(event)
      }
    }
    return texts
  }
}
