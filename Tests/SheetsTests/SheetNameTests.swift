import Testing

@testable import Sheets

/// The names of worksheets, which spreadsheets restrict.
struct SheetNameTests {
  private func name(_ name: String, beside taken: Set<String> = []) -> String {
    Sheet(name, headings: [], rows: []).name(beside: taken)
  }

  @Test func `what a spreadsheet forbids in a name becomes a blank`() {
    #expect(name("a[b]:c*d?e/f\\g") == "a b  c d e f g")
    #expect(name("a\u{1}b\tc") == "a b c")
  }

  @Test func `a name is cut at 31 units, never within a character`() {
    #expect(name(String(repeating: "é", count: 40)) == String(repeating: "é", count: 31))
    #expect(name(String(repeating: "𝄞", count: 40)) == String(repeating: "𝄞", count: 15))
  }

  @Test func `a name neither begins nor ends with an apostrophe, and is not empty`() {
    #expect(name("'l'été'") == "l'été")
    #expect(name("") == "1")
    #expect(name("'?'") == "1")
  }

  @Test func `a name that is taken, in any case, is numbered`() {
    let long = String(repeating: "a", count: 31)
    #expect(name("Juries", beside: ["juries"]) == "Juries (2)")
    #expect(name("Juries", beside: ["juries", "juries (2)"]) == "Juries (3)")
    #expect(name(long, beside: [long]) == String(repeating: "a", count: 27) + " (2)")
  }

  @Test func `a column is as wide as its widest cell, within limits`() {
    let sheet = Sheet(
      "x", headings: ["a", "jour", "texte"],
      rows: [
        [
          .number(1), .day(year: 2021, month: 6, day: 17), .text(String(repeating: "x", count: 99)),
        ],
        [.number(2)],
      ])
    #expect(sheet.widths == [8, 12, 60])
  }
}
