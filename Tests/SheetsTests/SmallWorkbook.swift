@testable import Sheets

/// A workbook of one or several sheets, written by hand.
struct SmallWorkbook {
  /// What is within each `<worksheet>`.
  var sheets: [String]
  var states: [String] = []
  var properties = ""
  var strings = ""
  var styles = ""
  /// What comes before the elements of the first sheet.
  var prologue = ""

  /// - Parameter rows: what is within `<sheetData>`.
  init(_ rows: String, after: String = "") { sheets = ["<sheetData>\(rows)</sheetData>\(after)"] }

  private static let kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  private static func relationships(_ all: [(String, String, String)]) -> String {
    "<Relationships>"
      + all.map { "<Relationship Id=\"\($0.0)\" Type=\"\(kinds)/\($0.1)\" Target=\"\($0.2)\"/>" }
      .joined() + "</Relationships>"
  }

  var archive: SmallArchive {
    let tabs = sheets.indices.map { index in
      let state = states.indices.contains(index) ? " state=\"\(states[index])\"" : ""
      return
        "<sheet name=\"Feuille \(index + 1)\" sheetId=\"\(index + 1)\"\(state) r:id=\"r\(index)\"/>"
    }
    let parts = sheets.indices.map { ("r\($0)", "worksheet", "worksheets/s\($0).xml") }
    return SmallArchive(
      [
        ("_rels/.rels", Self.relationships([("a", "officeDocument", "/xl/workbook.xml")])),
        (
          "xl/workbook.xml",
          "<x:workbook xmlns:x=\"main\" xmlns=\"main\" xmlns:r=\"rel\"><workbookPr \(properties)/>"
            + "<sheets>\(tabs.joined())</sheets></x:workbook>"
        ),
        (
          "xl/_rels/workbook.xml.rels",
          Self.relationships(
            parts + [
              ("s", "sharedStrings", "./sharedStrings.xml"), ("f", "styles", "../xl/styles.xml"),
            ])
        ),
        ("xl/sharedStrings.xml", "<sst>\(strings)</sst>"),
        ("xl/styles.xml", "<styleSheet>\(styles)</styleSheet>"),
      ]
        + sheets.enumerated().map { index, content in
          (
            "xl/worksheets/s\(index).xml",
            (index == 0 ? prologue : "") + "<worksheet>\(content)</worksheet>"
          )
        })
  }

  func read() throws -> SheetFile { try SheetFile(archive.bytes, named: "a.xlsx") }

  /// The first sheet's rows as texts, each after its number.
  func rows() throws -> [[String]] {
    try read().pages[0].rows.map { ["\($0.number)"] + $0.cells.map(\.text) }
  }
}
