import SheetImport
import Testing

struct PlannedWordTests {
  @Test(arguments: ["VALIDÉ ", "Valide", "validé"])
  func `one word in its spellings has one key`(word: String) {
    #expect(PlannedWord.key(word) == "valide")
  }

  @Test func `a text without letters is its own key`() {
    #expect(PlannedWord.key(" ? ") == "?")
  }
}
