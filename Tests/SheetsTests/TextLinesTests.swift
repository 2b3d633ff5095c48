import Testing

@testable import Sheets

/// A text file written back.
struct TextLinesTests {
  @Test(arguments: [
    "Nom;Prénom\r\nLEFÈVRE;Zoé\r\n", "a,b\n\"x\"\"y\",\" z \"\n\n1,2", "sep=;\r\na;b\r\n1;2\r\n",
    "a;b\r\n1;2\n3;4\r", "a;\"1\r\n2\";\r\n;;\r\n", "", "a\nb\n", "a;'=1+1;=1\n",
  ])
  func `what is not changed is as it was, byte for byte`(text: String) throws {
    let sixteen: [UInt8] =
      [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let latin = text.unicodeScalars.map { UInt8($0.value) }
    for bytes in [Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8), sixteen, latin] {
      let written = try TextLines(bytes, named: "a.csv").written()
      #expect(written.bytes == bytes)
    }
  }

  @Test func `lines have the numbers of the rows`() throws {
    let bytes = Array("a;b\n\"1\n2\";3\n\n4;5\n".utf8)
    let rows = try SheetFile(bytes, named: "a.csv").pages[0].rows
    #expect(try TextLines(bytes, named: "a.csv").lines.map(\.number) == rows.map(\.number))
  }

  @Test func `a cell is added after blank ones, and quoted where it must be`() throws {
    var lines = try TextLines(Array("a;b\r\n1;2\r\n".utf8), named: "a.csv")
    lines.lines[0].set("x", at: 3)
    lines.lines[1].set("y;\"z\"", at: 1)
    let bytes = lines.written().bytes
    #expect(String(decoding: bytes, as: UTF8.self) == "a;b;;x\r\n1;\"y;\"\"z\"\"\"\r\n")
    let cells = try SheetFile(bytes, named: "a.csv").pages[0].rows[1].cells
    #expect(cells.map(\.text) == ["1", "y;\"z\""])
  }

  @Test func `what would run as a formula is marked, and read without the mark`() throws {
    var lines = try TextLines(Array("a;b\n1;2\n".utf8), named: "a.csv")
    lines.lines[1].set("=1+1", at: 1)
    let bytes = lines.written().bytes
    #expect(String(decoding: bytes, as: UTF8.self) == "a;b\n1;'=1+1\n")
    #expect(try SheetFile(bytes, named: "a.csv").pages[0].rows[1].cells[1] == .text("=1+1"))
  }

  @Test func `a file of ASCII has a mark once it has more`() throws {
    var lines = try TextLines(Array("a;b\n".utf8), named: "a.csv")
    lines.lines[0].set("é", at: 2)
    #expect(lines.written().bytes == [0xEF, 0xBB, 0xBF] + Array("a;b;é\n".utf8))
  }

  @Test func `every character of Windows-1252 is written as it is read`() throws {
    let all = (0x80...0xFF).map { UInt8($0) }.filter {
      ![0x81, 0x8D, 0x8F, 0x90, 0x9D].contains($0)
    }
    let bytes = Array("a;b\n".utf8) + all + Array(";1\n".utf8)
    let written = try TextLines(bytes, named: "a.csv").written()
    #expect(written.bytes == bytes && written.encoding == .windows1252)
  }
}
