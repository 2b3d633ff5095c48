import TestSupport
import Testing

@testable import Sheets

/// Workbooks that are damaged, or made to do harm.
struct HostileWorkbookTests {
  private static let book: SmallWorkbook = {
    var book = SmallWorkbook(
      """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><t>b</t></is></c></row>
      <row r="2"><c r="A2" s="1"><v>42903</v></c></row>
      """, after: "<mergeCells><mergeCell ref=\"A1:A2\"/></mergeCells>")
    book.strings = "<si><t>a</t></si>"
    book.styles = "<cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs>"
    return book
  }()

  @Test func `the workbook that the tests damage is whole`() throws {
    #expect(try Self.book.rows() == [["1", "a", "b"], ["2", "a"]])
  }

  private func failure(_ change: (inout SmallArchive) -> Void) -> SheetReadingFailure? {
    var archive = Self.book.archive
    change(&archive)
    do throws(SheetReadingFailure) {
      _ = try SheetFile(archive.bytes, named: "a.xlsx")
      return nil
    } catch {
      return error
    }
  }

  @Test func `a document type is refused in every part, and with it every entity`() {
    let laughs = """
      <!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>
      """
    for index in Self.book.archive.parts.indices {
      let name = Self.book.archive.parts[index].name
      #expect(
        failure { $0.parts[index].content.insert(contentsOf: laughs.utf8, at: 0) }
          == .documentType(part: name.hasPrefix("_rels") ? "_rels/.rels" : name))
    }
    #expect(
      failure { $0.parts[5].content = Array("<worksheet>\n&a;</worksheet>".utf8) }
        == .markup(part: "xl/worksheets/s0.xml", line: 2))
  }

  @Test func `two parts of one name are refused, in any case`() {
    #expect(failure { $0.parts.append($0.parts[1]) } == .repeatedPart("7"))
    #expect(
      failure {
        $0.parts.append($0.parts[1])
        $0.parts[6].name = "XL/workbook.xml"
      } == .repeatedPart("XL/workbook.xml"))
  }

  @Test func `encrypted, damaged, missing and cut parts are told by their names`() {
    #expect(failure { $0.parts[1].flags = 1 } == .encryptedPart("xl/workbook.xml"))
    #expect(failure { $0.parts.remove(at: 5) } == .missingPart("xl/worksheets/s0.xml"))
    #expect(
      failure { $0.parts[5].content.removeLast(12) }
        == .markup(part: "xl/worksheets/s0.xml", line: 2))
    var bytes = Self.book.archive.bytes
    if let place = bytes.indices.first(where: { bytes[$0...].starts(with: Array("42903".utf8)) }) {
      bytes[place] = 0x39
    }
    #expect(throws: SheetReadingFailure.damagedPart("xl/worksheets/s0.xml")) {
      try SheetFile(bytes, named: "a.xlsx")
    }
    #expect(throws: SheetReadingFailure.cutShort) {
      try SheetFile(Array(bytes.dropLast(200)), named: "a.xlsx")
    }
  }

  @Test func `too many parts and too many bytes are refused before they are unpacked`() {
    #expect(
      failure { archive in
        for number in 0..<SheetLimits.parts {
          archive.parts.append(SmallArchive.Part(name: "\(number)", content: []))
        }
      } == .tooManyParts)
    #expect(failure { $0.parts[5].saidSize = UInt32(SheetLimits.bytes) } == .tooLarge)
  }

  @Test func `elements too deep within each other are refused`() {
    let deep = String(repeating: "<a>", count: 300)
    #expect(
      failure { $0.parts[5].content = Array(deep.utf8) }
        == .markup(part: "xl/worksheets/s0.xml", line: 1))
  }

  @Test func `cells that only merging or distance makes many are refused`() {
    let rows = (1...20).map { "<row r=\"\($0)\"><c r=\"XFD\($0)\"><v>1</v></c></row>" }.joined()
    #expect(throws: SheetReadingFailure.tooManyCells) {
      try WorkbookReader.pages(SmallWorkbook(rows).archive.bytes, cells: 100_000)
    }
    let merge = "<mergeCell ref=\"A1:XFD1048576\"/>"
    let book = SmallWorkbook(
      "<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"XFD1\"><v>1</v></c></row>",
      after: "<mergeCells>" + String(repeating: merge, count: 20) + "</mergeCells>")
    #expect(throws: SheetReadingFailure.tooManyCells) {
      try WorkbookReader.pages(book.archive.bytes, cells: 100_000)
    }
  }

  @Test(.tags(.property)) func `cut and altered files are read or refused, never more`() {
    let text = Array("Nom;\"a;\"\"b\"\n c\";É\r\n=1;2\r".utf8)
    let samples = [Self.book.archive.bytes, text, text + [0xE9], [0xFF, 0xFE, 0x61, 0]]
    let names = ["a.xlsx", "a.csv", "a.tsv"]
    var random = SeededGenerator(seed: 14)
    for _ in 0..<TrialSize.inputs(default: 3_000) {
      var bytes = random.pick(samples)
      for _ in 0...random.below(3) where !bytes.isEmpty {
        let place = random.below(bytes.count)
        switch random.below(5) {
        case 0: bytes[place] = UInt8(random.below(256))
        case 1: bytes[place] ^= 1 << UInt8(random.below(8))
        case 2: bytes.removeSubrange(place..<min(bytes.count, place + random.below(40)))
        case 3: bytes.removeSubrange(place...)
        default:
          bytes.insert(
            contentsOf: bytes[place..<min(bytes.count, place + random.below(40))], at: place)
        }
      }
      guard let file = try? SheetFile(bytes, named: random.pick(names)) else { continue }
      for row in file.pages.flatMap(\.rows) {
        if row.cells.last == .empty || row.number < 1 { Issue.record("a wrong row of \(bytes)") }
      }
    }
  }
}
