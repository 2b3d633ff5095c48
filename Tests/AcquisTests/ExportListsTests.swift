import Events
import Sheets
import Testing

@testable import acquis

/// The parts of exported lists that ask no ledger.
struct ExportListsTests {
  @Test func `every column has a meaning of its own in both languages`() {
    let meanings = ListColumn.allCases.map(\.meaning)
    #expect(meanings.allSatisfy { !$0.french.isEmpty && !$0.english.isEmpty })
    #expect(Set(meanings.map(\.french)).count == meanings.count)
    #expect(Set(meanings.map(\.english)).count == meanings.count)
    for text in meanings.flatMap({ [$0.french, $0.english] }) {
      #expect(!text.contains("\n") && !text.contains("|"), "\(text)")
      #expect(text.count <= 100, "\(text)")
    }
  }

  @Test func `a column has words if and only if its values are words`() {
    for column in ListColumn.allCases where column != .status && column != .modalities {
      #expect((column.form == .word) == !column.words.isEmpty, "\(column)")
      #expect(Set(column.words.map(\.value)).count == column.words.count, "\(column)")
    }
  }

  @Test func `a word of a list is spelled by its column`() {
    for column in ListColumn.allCases {
      for word in column.words {
        #expect(column.cell(word.value) == .word(word.value, word.text), "\(column)")
      }
    }
    #expect(ListColumn.late.cell("early") == .empty)
  }

  @Test func `a list of more rows than a worksheet has is refused, with what can take it`() throws {
    try ExportLists.checkFits(1_048_575, Text("entrées", "entries"))
    do {
      try ExportLists.checkFits(1_048_576, Text("entrées", "entries"))
      Issue.record("it was accepted")
    } catch {
      #expect(error.status == 2)
      #expect(error.text.french.contains("entrées"))
      #expect(error.text.english.contains("`acquis export csv`"))
    }
  }

  @Test func `what is on a screen alone is not in files`() {
    let file = ListFile(
      [
        .init(.candidacy), Listing.Column(name: "bar", Text("", ""), isOnScreenOnly: true),
        .init(.lastDay, isInFilesOnly: true),
      ], in: .french)
    #expect(file.columns.map(\.name) == ["candidacy", "lastDay"])
    let cells: [ListCell] = [.plain("D1"), .plain("===="), .empty]
    #expect(String(decoding: file.line(cells, .standard), as: UTF8.self) == "D1,\r\n")
    #expect(
      String(decoding: file.head(.french), as: UTF8.self)
        == "\u{feff}candidature;dernier jour\r\n")
  }
}
