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
}
