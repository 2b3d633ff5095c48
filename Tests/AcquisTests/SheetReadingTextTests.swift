import Events
import Sheets
import Testing

@testable import acquis

/// The sentences for a spreadsheet's file that is refused.
struct SheetReadingTextTests {
  private static let failures: [SheetReadingFailure] =
    OtherFormat.allCases.map { .otherFormat($0) } + [
      .passwordProtected, .notAWorkbook, .cutShort, .tooLarge, .tooManyRows,
      .tooManyColumns(row: 71), .tooManyCells, .notUTF8(line: 71), .notUTF16(line: 71),
      .notWindows1252(line: 71, column: 3), .nul(line: 71), .unclosedQuote(line: 71),
      .textAfterQuote(line: 71), .tooManyParts, .repeatedPart("xl/a.xml"),
      .missingPart("xl/a.xml"), .encryptedPart("xl/a.xml"), .damagedPart("xl/a.xml"),
      .documentType(part: "xl/a.xml"), .markup(part: "xl/a.xml", line: 71),
      .cell(page: 2, reference: "B71"),
    ]

  @Test func `every failure has a sentence of its own with its place, in both languages`() {
    for failure in Self.failures {
      for text in [failure.text.french, failure.text.english] {
        #expect(!text.isEmpty && !text.hasSuffix("."))
        for place in ["71", "xl/a.xml"] where "\(failure)".contains(place) {
          #expect(text.contains(place), "\(failure)")
        }
      }
    }
    #expect(Set(Self.failures.map(\.text.french)).count == Self.failures.count)
  }

  @Test func `a format that is not read has a remedy`() {
    for format in OtherFormat.allCases {
      #expect(format.text.french.contains(".xlsx ou .csv"))
      #expect(format.text.english.contains(".xlsx or .csv"))
    }
  }
}
