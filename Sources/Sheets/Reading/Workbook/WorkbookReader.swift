/// Reads a workbook (`.xlsx`, `.xlsm`).
enum WorkbookReader {
  /// - Parameter cells: how many may be in it.
  static func pages(
    _ bytes: [UInt8], cells: Int = SheetLimits.cells
  ) throws(SheetReadingFailure) -> [SheetFile.Page] {
    var archive = try WorkbookArchive(bytes)
    if let format = try otherFormat(&archive) { throw .otherFormat(format) }
    let contents = try WorkbookContents(&archive)
    var shared = WorksheetReader.Shared()
    shared.countsFrom1904 = contents.countsFrom1904
    if let part = contents.part(of: "sharedStrings") {
      shared.strings = try SharedStrings.read(&archive, part)
    }
    if let part = contents.part(of: "styles") {
      shared.formats = try NumberFormats(&archive, part)
    }
    var remaining = cells
    var pages: [SheetFile.Page] = []
    for (index, tab) in contents.tabs.enumerated() {
      guard let relationship = contents.relationships[tab.relationship],
        let part = relationship.part
      else { throw .missingPart("\(index + 1)") }
      // The others are charts, dialogs and macros, which have no rows.
      guard relationship.kind == "worksheet" else { continue }
      var reader = WorksheetReader(shared, page: index + 1, remaining: remaining)
      try archive.read(part) { (event) throws(SheetReadingFailure) in try reader.take(event) }
      let rows = try PageRows(reader, page: index + 1)
      remaining = rows.remaining
      pages.append(SheetFile.Page(name: tab.name, isHidden: tab.isHidden, rows: rows.finished))
    }
    return pages
  }

  /// The format of an archive that is another program's; nil for a workbook, and for what is none at all.
  private static func otherFormat(
    _ archive: inout WorkbookArchive
  ) throws(SheetReadingFailure) -> OtherFormat? {
    if archive.has("mimetype") {
      let kind = String(decoding: try archive.bytes(of: "mimetype", atMost: 80), as: UTF8.self)
      if kind.hasPrefix("application/vnd.oasis.opendocument") { return .ods }
    }
    return archive.has("Index/Document.iwa") || archive.has("Index.zip") ? .numbers : nil
  }
}
