import Testing

@testable import Sheets

/// Text files with separated cells, as programs save them.
struct SeparatedTextTests {
  /// The rows of a file as texts, each after its number.
  private func rows(_ bytes: [UInt8], named name: String = "a.csv") throws -> [[String]] {
    try SheetFile(bytes, named: name).pages[0].rows.map { ["\($0.number)"] + $0.cells.map(\.text) }
  }

  private func rows(_ text: String, named name: String = "a.csv") throws -> [[String]] {
    try rows(Array(text.utf8), named: name)
  }

  private func form(_ bytes: [UInt8]) throws -> TextForm {
    guard case .text(let form) = try SheetFile(bytes, named: "a.csv").form else {
      throw SheetReadingFailure.notAWorkbook
    }
    return form
  }

  private func form(_ text: String) throws -> TextForm { try form(Array(text.utf8)) }

  private static func sixteenBits(_ text: String, isLittle: Bool, mark: Bool) -> [UInt8] {
    ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit in
      let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return isLittle ? bytes : bytes.reversed()
    }
  }

  // MARK: Encodings

  @Test func `every encoding gives the same cells`() throws {
    let text = "Nom;Prénom\r\nLEFÈVRE;Zoé\r\n"
    let latin = text.unicodeScalars.map { UInt8($0.value) }
    let forms: [(TextForm.Encoding, [UInt8])] = [
      (.utf8, Array(text.utf8)),
      (.utf8WithMark, [0xEF, 0xBB, 0xBF] + Array(text.utf8)),
      (.windows1252, latin),
      (.utf16LittleEndian, Self.sixteenBits(text, isLittle: true, mark: true)),
      (.utf16BigEndian, Self.sixteenBits(text, isLittle: false, mark: true)),
      (.utf16LittleEndian, Self.sixteenBits(text, isLittle: true, mark: false)),
      (.utf16BigEndian, Self.sixteenBits(text, isLittle: false, mark: false)),
    ]
    for (encoding, bytes) in forms {
      #expect(try form(bytes).encoding == encoding)
      #expect(
        try rows(bytes) == [["1", "Nom", "Prénom"], ["2", "LEFÈVRE", "Zoé"]], "\(encoding)")
    }
  }

  @Test func `the upper characters of Windows-1252 are its own`() throws {
    #expect(try rows([0x80, 0x3B, 0x9C, 0x3B, 0x92, 0x85]) == [["1", "€", "œ", "’…"]])
  }

  @Test func `a byte that Windows-1252 does not define is told with its place`() {
    #expect(throws: SheetReadingFailure.notWindows1252(line: 2, column: 3)) {
      try rows([0xE9, 0x0D, 0x0A, 0xE9, 0x61, 0x81])
    }
  }

  @Test func `a wrong sequence among characters of UTF-8 is refused, not read as Windows-1252`() {
    #expect(throws: SheetReadingFailure.notUTF8(line: 3)) {
      try rows(Array("é\nà\n".utf8) + [0x61, 0xE9, 0x0A])
    }
    #expect(throws: SheetReadingFailure.notUTF8(line: 1)) {
      try rows([0xEF, 0xBB, 0xBF, 0x61, 0xE9])
    }
    #expect(throws: SheetReadingFailure.notUTF8(line: 1)) { try rows(Array("é".utf8) + [0xC3]) }
  }

  @Test func `a capital accent before a quotation mark of Windows-1252 is no UTF-8`() throws {
    #expect(try rows([0x43, 0x41, 0x46, 0xC9, 0xBB]) == [["1", "CAFÉ»"]])
    #expect(try rows([0x43, 0xC9, 0x85, 0x3B, 0xE9]) == [["1", "CÉ…", "é"]])
  }

  @Test func `halves of pairs, odd bytes and zeros are refused with their line`() {
    #expect(throws: SheetReadingFailure.notUTF16(line: 2)) {
      try rows([0xFF, 0xFE, 0x61, 0, 0x0A, 0, 0x00, 0xD8, 0x61, 0])
    }
    #expect(throws: SheetReadingFailure.notUTF16(line: 1)) {
      try rows([0xFF, 0xFE, 0x61, 0, 0x61])
    }
    #expect(throws: SheetReadingFailure.nul(line: 2)) { try rows("a\r\nb\0c;d;e;f") }
    #expect(throws: SheetReadingFailure.nul(line: 1)) { try rows([0xFF, 0xFE, 0x61, 0, 0, 0]) }
  }

  // MARK: Separators

  @Test func `the separator is the one on which the rows agree`() throws {
    #expect(try form("a;b;c\n1,5;2,5;3,5\n4,5;5,5;6,5\n").separator == ";")
    #expect(try form("a,b,c\nx; y,2,3\n").separator == ",")
    #expect(try form("a\tb\n1,2;3\t4\n").separator == "\t")
    #expect(try form("a|b\nc|d\n").separator == "|")
    #expect(try form("nom;adresse\nA;1, rue X, Lyon\nB;2, rue Y, Lyon\n").separator == ";")
    #expect(try form("un titre, long\n\na;b;c\nd;e;f\ng;h;i\n").separator == ";")
    #expect(try form("\"a;b\",\"c;d\"\n\"e;f\",g\n").separator == ",")
    #expect(try form("1,2,3\n4,5,6\n").separator == ",")
    #expect(try form("seul\nligne\n").separator == nil)
  }

  @Test func `a first line may say the separator, and is no row`() throws {
    #expect(try rows("sep=;\r\na,b;c\r\n") == [["2", "a,b", "c"]])
    #expect(try rows("SEP=/\na/b") == [["2", "a", "b"]])
    #expect(try rows("sep=,") == [])
  }

  @Test func `a name that promises tabs is believed if there are any`() throws {
    #expect(try rows("a;b\tc;d\n", named: "a.tsv") == [["1", "a;b", "c;d"]])
    #expect(try rows("a;b\n", named: "a.tsv") == [["1", "a", "b"]])
  }

  // MARK: Rows

  @Test func `every line end ends a row, which knows its line`() throws {
    #expect(
      try rows("a;b\nc;d\r\ne;f\rg;h") == [
        ["1", "a", "b"], ["2", "c", "d"], ["3", "e", "f"], ["4", "g", "h"],
      ])
    #expect(try form("a;b\nc\r\n").lineEnd == .mixed)
    #expect(try form("a;b\r\nc\r\n").lineEnd == .carriageReturnAndLineFeed)
    #expect(try form("a;b\rc\r").lineEnd == .carriageReturn)
    #expect(try form("a;b").lineEnd == nil)
  }

  @Test func `blank rows are kept with their numbers, blank cells at an end are not`() throws {
    #expect(try rows("a;b;;\n;;;\n\n;c\n") == [["1", "a", "b"], ["2"], ["3"], ["4", "", "c"]])
    #expect(try rows("") == [])
    #expect(try rows("\n") == [["1"]])
  }

  @Test func `a quoted cell holds separators, quotation marks and line breaks`() throws {
    #expect(
      try rows("\"a;\"\"b\"\"\";\"c\r\nd\ne\" ;f\ng;h") == [
        ["1", "a;\"b\"", "c\r\nd\ne", "f"], ["4", "g", "h"],
      ])
    #expect(try rows("\"\";a\"b;\"\"\"\"") == [["1", "", "a\"b", "\""]])
  }

  @Test func `a quotation mark that never closes is told with the line where it opens`() {
    #expect(throws: SheetReadingFailure.unclosedQuote(line: 2)) { try rows("a;b\nc;\"d\ne;f\n") }
  }

  @Test func `text after a closing quotation mark is refused`() {
    #expect(throws: SheetReadingFailure.textAfterQuote(line: 2)) {
      try rows("a;b\n\"un \"mot\" dit\";d\n")
    }
  }

  @Test func `more columns than a spreadsheet has are refused`() {
    #expect(throws: SheetReadingFailure.tooManyColumns(row: 2)) {
      try rows("a;b\n" + String(repeating: ";", count: SheetLimits.columns))
    }
  }

  // MARK: The mark of a formula

  @Test func `what a style writes is read back, text by text`() throws {
    let texts = [
      "=1+1", "+33 6", "-5", "-5,5", "-a", "@x", "\tx", "\rx", "\r\nx", "'=1", "''=1", "'", "'a",
      "=\u{301}", "a\r\nb", "\"", "\"\u{301}", ";", ",;\u{301}", " a ", "x",
    ]
    for style in CSVStyle.allCases {
      let line = (["début"] + texts + ["fin"]).map { style.field($0) }
        .joined(separator: style.separator)
      let read = try rows(style.preamble + "sep=\(style.separator)\n" + line)
      #expect(read == [["2", "début"] + texts + ["fin"]], "\(style)")
    }
  }

  @Test func `a formula gets a mark however it is hidden, a negative number none`() {
    #expect(CSVStyle.french.field("=\u{301}1") == "'=\u{301}1")
    #expect(CSVStyle.french.field("\r\n=1") == "\"'\r\n=1\"")
    #expect(CSVStyle.french.field("-5,25") == "-5,25")
    #expect(CSVStyle.standard.field("-5.25") == "-5.25")
    #expect(CSVStyle.french.field("-5-3") == "'-5-3")
    #expect(CSVStyle.french.field("+5") == "'+5")
    #expect(CSVStyle.french.field("-") == "'-")
  }
}
