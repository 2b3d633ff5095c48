import Testing

@testable import Sheets

/// Workbooks with each of the forms that programs give them.
struct WorkbookReadingTests {
  @Test
  func `texts are shared, inline or of a formula, their runs joined and pronunciations left out`()
    throws
  {
    var book = SmallWorkbook(
      """
      <row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c>
      <c r="C1" t="inlineStr"><is><t>é &amp; è</t></is></c>
      <c r="D1" t="str"><f>A1&amp;"x"</f><v>calculé</v></c><c r="E1"><f>1+1</f></c>
      <c r="F1" t="e"><v>#REF!</v></c><c r="G1" t="b"><v>1</v></c></row>
      """)
    book.strings = """
      <si><r><t xml:space="preserve">Marie </t></r><r><t>Dupont</t></r><rPh><t>x</t></rPh></si>
      <si><t>
        a_x000D_b_x005F_x0041_ </t></si>
      """
    #expect(
      try book.rows() == [
        ["1", "Marie Dupont", "a\rb_x0041_", "é & è", "calculé", "", "#REF!", "true"]
      ])
  }

  @Test func `days are found by their style, in the system of 1900`() throws {
    var book = SmallWorkbook(
      """
      <row><c s="1"><v>42903</v></c><c s="2"><v>42903.5</v></c><c s="3"><v>42903</v></c>
      <c s="1"><v>59</v></c><c s="1"><v>60</v></c><c s="1"><v>61</v></c><c s="1"><v>0</v></c>
      <c s="4"><v>0.604166666666667</v></c><c s="5"><v>1.5</v></c><c s="6"><v>7200</v></c>
      <c s="7"><v>3</v></c><c s="1"><v>2958465</v></c><c s="1"><v>42902.9999999999</v></c>
      <c s="1"><v>-1</v></c></row>
      """)
    book.styles = """
      <numFmts><numFmt numFmtId="164" formatCode="[$-40C]d\\ mmmm\\ yyyy;@"/>
      <numFmt numFmtId="165" formatCode="[h]:mm"/><numFmt numFmtId="166" formatCode="00000"/>
      <numFmt numFmtId="167" formatCode="0.0&quot; day&quot;"/></numFmts>
      <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
      <cellXfs><xf/><xf numFmtId="14"/><xf numFmtId="22"/><xf numFmtId="164"/><xf numFmtId="20"/>
      <xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="167"/></cellXfs>
      """
    #expect(
      try book.rows()[0] == [
        "1", "2017-06-17", "2017-06-17 12:00", "2017-06-17", "1900-02-28", "1900-02-29",
        "1900-03-01", "0", "14:30", "36:00", "07200", "3", "9999-12-31", "2017-06-17", "-1",
      ])
    #expect(try book.read().pages[0].rows[0].cells[0] == .day(year: 2017, month: 6, day: 17))
    #expect(try book.read().pages[0].rows[0].cells[9] == .number(7200, "07200"))
  }

  @Test func `days are found by their style, in the system of 1904`() throws {
    var book = SmallWorkbook("<row><c s=\"1\"><v>0</v></c><c s=\"1\"><v>41441</v></c></row>")
    book.properties = "date1904=\"1\""
    book.styles = "<cellXfs><xf/><xf numFmtId=\"14\"/></cellXfs>"
    #expect(try book.rows() == [["1", "1904-01-01", "2017-06-17"]])
  }

  @Test func `a day may be written as a text of ISO 8601`() throws {
    let book = SmallWorkbook(
      "<row><c t=\"d\"><v>2021-06-17T00:00:00</v></c><c t=\"d\"><v>2021-06-17T09:30:00</v></c></row>"
    )
    #expect(try book.rows() == [["1", "2021-06-17", "2021-06-17 09:30:00"]])
  }

  @Test func `a number has the digits that a person sees`() throws {
    let numbers = [
      "1", "1.0", "0.30000000000000004", "1.5E-5", "-12.50", "1E20", "99.99999999999999",
    ]
    let book = SmallWorkbook("<row>" + numbers.map { "<c><v>\($0)</v></c>" }.joined() + "</row>")
    #expect(
      try book.rows() == [
        ["1", "1", "1", "0.3", "0.000015", "-12.5", "100000000000000000000", "100"]
      ])
  }

  @Test func `cells and rows may come in any order and without references`() throws {
    let book = SmallWorkbook(
      """
      <row r="5"><c r="C5"><v>3</v></c><c r="A5"><v>1</v></c></row><row><c><v>6</v></c></row>
      <row r="2"><c r="B2"><v>2</v></c><c><v>4</v></c><c r="E2" s="0"/></row><row r="9"/>
      """)
    #expect(
      try book.rows() == [["2", "", "2", "4"], ["5", "1", "", "3"], ["6", "6"], ["9"]])
  }

  @Test func `merged cells repeat their first value, and the rows know which`() throws {
    let book = SmallWorkbook(
      """
      <row r="1"><c r="A1" t="inlineStr"><is><t>titre</t></is></c></row>
      <row r="2"><c r="A2"><v>7</v></c><c r="B2"><v>1</v></c></row>
      <row r="3"><c r="A3"><v>8</v></c><c r="B3"><v>2</v></c><c r="C3"><v>5</v></c></row>
      """,
      after: "<mergeCells><mergeCell ref=\"A1:XFD1\"/><mergeCell ref=\"A2:A3\"/></mergeCells>"
        + "<controls><from><row>3</row><c><v>9</v></c></from></controls>")
    let rows = try book.read().pages[0].rows
    #expect(
      try book.rows() == [
        ["1", "titre", "titre", "titre"], ["2", "7", "1"], ["3", "7", "2", "5"],
      ])
    #expect(rows.map(\.repeated) == [[1..<3], [], [0..<1]])
  }

  @Test func `hidden sheets are told, and every sheet keeps its order`() throws {
    var book = SmallWorkbook("")
    book.sheets += ["<sheetData/>", "<sheetData/>"]
    book.states = ["visible", "hidden", "veryHidden"]
    let pages = try book.read().pages
    #expect(pages.map(\.name) == ["Feuille 1", "Feuille 2", "Feuille 3"])
    #expect(pages.map(\.isHidden) == [false, true, true])
  }

  @Test(arguments: [
    "<row><c r=\"A1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>",
    "<row><c r=\"A2\"><v>1</v></c></row>", "<row><c r=\"1A\"><v>1</v></c></row>",
    "<row><c t=\"s\"><v>0</v></c></row>", "<row><c><v>nan</v></c></row>",
    "<row><c><v>0x1p3</v></c></row>", "<row><c t=\"b\"><v>2</v></c></row>", "<row r=\"0\"/>",
    "<row><c t=\"d\"><v>2021</v></c></row>", "<row><c t=\"?\"><v>1</v></c></row>",
  ])
  func `a cell that is malformed or there twice is told with its place`(rows: String) {
    #expect(throws: SheetReadingFailure.cell(page: 1, reference: "A1")) {
      try SmallWorkbook(rows).rows()
    }
  }

  // MARK: Formats that are not read

  @Test func `other formats are refused by their content, whatever their name`() {
    let ods = SmallArchive([("mimetype", "application/vnd.oasis.opendocument.spreadsheet")])
    let xls: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0]
    let locked = xls + "EncryptedPackage".utf16.flatMap { [UInt8($0), 0] }
    let cases: [([UInt8], SheetReadingFailure)] = [
      (ods.bytes, .otherFormat(.ods)), (xls, .otherFormat(.xls)), (locked, .passwordProtected),
      (Array("%PDF-1.7".utf8), .otherFormat(.pdf)),
      (Array("\u{feff}\n<html><table>".utf8), .otherFormat(.markup)),
      (SmallArchive([("word/document.xml", "<a/>")]).bytes, .notAWorkbook),
      (SmallArchive([("Index/Document.iwa", "")]).bytes, .otherFormat(.numbers)),
      (Array("a;b".utf8), .notAWorkbook), ([], .notAWorkbook),
    ]
    for (bytes, failure) in cases {
      #expect(throws: failure) { try SheetFile(bytes, named: "a.XLSX") }
    }
  }
}
