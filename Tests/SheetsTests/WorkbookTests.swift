import Archive
import Files
import Glibc
import TestSupport
import Testing

@testable import Sheets

/// A spreadsheet's file: whole or not at all. What is in it is read by the acceptance tests.
struct WorkbookTests {
  private static let sheet = Sheet(
    "Jurys : 2021/06", headings: ["jury", "nombre", "part", "jour"],
    rows: [
      [.text("=1+1"), .number(3), .percent(71), .day(year: 2021, month: 6, day: 17)],
      [.text("a\0b"), .empty, .percent(0), .day(year: 1899, month: 1, day: 2)],
      [],
    ])

  private func write(_ sheets: [Sheet], to path: String) throws {
    var workbook = try Workbook(path)
    for sheet in sheets { try workbook.add(sheet) }
    try workbook.keep()
  }

  @Test func `a file is written whole, for its owner alone, and nothing else is left`() throws {
    let folder = try TemporaryFolder()
    try write([Self.sheet, Self.sheet], to: folder.file("a.xlsx"))
    #expect(folder.names == ["a.xlsx"])
    #expect(try folder.bytes("a.xlsx").starts(with: Array("PK".utf8)))
    var facts = stat()
    #expect(stat(folder.file("a.xlsx"), &facts) == 0 && facts.st_mode & 0o777 == 0o600)
  }

  @Test func `the same sheets are the same bytes`() throws {
    let folder = try TemporaryFolder()
    try write([Self.sheet], to: folder.file("a.xlsx"))
    try write([Self.sheet], to: folder.file("b.xlsx"))
    #expect(try folder.bytes("a.xlsx") == folder.bytes("b.xlsx"))
  }

  @Test func `a file that is there is not replaced`() throws {
    let folder = try TemporaryFolder()
    try folder.write([1], to: "a.xlsx")
    #expect(throws: SheetFailure.file(.system(code: EEXIST))) {
      try write([Self.sheet], to: folder.file("a.xlsx"))
    }
    #expect(try folder.bytes("a.xlsx") == [1])
    #expect(folder.names == ["a.xlsx"])
  }

  @Test func `a file that appears meanwhile is not replaced`() throws {
    let folder = try TemporaryFolder()
    var workbook = try Workbook(folder.file("a.xlsx"))
    try workbook.add(Self.sheet)
    try folder.write([1], to: "a.xlsx")
    var failure: SheetFailure?
    do throws(SheetFailure) { try workbook.keep() } catch { failure = error }
    #expect(failure == .file(.system(code: EEXIST)))
    #expect(try folder.bytes("a.xlsx") == [1])
    #expect(folder.names == ["a.xlsx"])
  }

  @Test func `a workbook given up leaves nothing`() throws {
    let folder = try TemporaryFolder()
    func giveUp() throws {
      var workbook = try Workbook(folder.file("a.xlsx"))
      try workbook.add(Self.sheet)
    }
    try giveUp()
    #expect(folder.names.isEmpty)
  }

  @Test func `what the library refuses is told in its words, without the text`() throws {
    let folder = try TemporaryFolder()
    let long = Sheet("x", headings: ["a"], rows: [[.text(String(repeating: "x", count: 32_768))]])
    #expect(throws: SheetFailure.library("String exceeds Excel's limit of 32,767 characters.")) {
      try write([long], to: folder.file("a.xlsx"))
    }
    let wide = Sheet("x", headings: ["a"], rows: [[.empty], [.empty, .empty]])
    #expect(throws: SheetFailure.row(2)) { try write([wide], to: folder.file("a.xlsx")) }
    #expect(folder.names.isEmpty)
  }

  @Test func `a folder that is missing is told`() throws {
    #expect(throws: SheetFailure.file(.system(code: ENOENT))) {
      try write([Self.sheet], to: "/tmp/acquis-no-such-folder/a.xlsx")
    }
  }

  @Test func `what is written is read back, cell by cell`() throws {
    let folder = try TemporaryFolder()
    let texts = [
      "=1+1", "'=1", "''-x", "'a", "001", "2026-001", " a ", "a\nb", "a\rb", "_x0041_", "é—𝄞", "-5",
    ]
    let sheet = Sheet(
      "Séance", columns: texts.indices.map { SheetColumn("t\($0)", isText: $0 % 2 == 0) },
      rows: [
        texts.map { .text($0) },
        [.number(-3), .day(year: 2021, month: 6, day: 17), .empty, .percent(50)],
      ])
    try write([sheet], to: folder.file("a.xlsx"))
    let page = try SheetFile(folder.bytes("a.xlsx"), named: "a.xlsx").pages[0]
    #expect(page.name == "Séance")
    #expect(page.rows.map(\.number) == [1, 2, 3])
    #expect(page.rows[1].cells == texts.map { .text($0) })
    #expect(
      page.rows[2].cells == [
        .number(-3, "-3"), .day(year: 2021, month: 6, day: 17), .empty, .number(0.5, "0.5"),
      ])
  }

  @Test func `lists, notes, frozen columns and hidden sheets are in the file`() throws {
    let folder = try TemporaryFolder()
    let long = (0..<60).map { "choix \($0), avec virgule" }
    let sheet = Sheet(
      "l'été",
      columns: [
        SheetColumn("n", isText: true),
        SheetColumn("verdict", note: "V ou NV", choices: ["V", "NV"]),
        SheetColumn("membre", choices: long),
      ], rows: [[.text("1")], [.text("2")]], frozenColumns: 1)
    let machine = Sheet("machine", columns: [SheetColumn("k")], rows: [], isHidden: true)
    try write([machine, sheet], to: folder.file("a.xlsx"))
    let bytes = try folder.bytes("a.xlsx")
    let file = try SheetFile(bytes, named: "a.xlsx")
    #expect(file.pages.map(\.name) == ["machine", "l'été", "Choices"])
    #expect(file.pages.map(\.isHidden) == [true, false, true])
    #expect(file.pages[2].rows.count == 60)
    #expect(file.pages[2].rows[1].cells == [.text("NV"), .text(long[1])])
    var archive = try ZipArchive(bytes, limits: ZipArchive.Limits(parts: 99, bytes: 1 << 20))
    func part(_ name: String) throws -> String {
      let index = try #require(archive.names.firstIndex(of: name))
      try archive.open(index)
      var buffer = [UInt8](repeating: 0, count: 65_536)
      var text: [UInt8] = []
      while case let count = try archive.read(into: &buffer), count > 0 {
        text += buffer.prefix(count)
      }
      return String(decoding: text, as: UTF8.self)
    }
    let shown = try part("xl/worksheets/sheet2.xml")
    #expect(shown.contains("<formula1>'Choices'!$A$1:$A$2</formula1>"))
    #expect(shown.contains("<formula1>'Choices'!$B$1:$B$60</formula1>"))
    #expect(shown.contains("sqref=\"B2:B3\""))
    #expect(shown.contains("xSplit=\"1\" ySplit=\"1\""))
    #expect(shown.contains("tabSelected=\"1\""))
    #expect(try part("xl/workbook.xml").contains("activeTab=\"1\""))
    #expect(try part("xl/comments1.xml").contains("V ou NV"))
  }
}
