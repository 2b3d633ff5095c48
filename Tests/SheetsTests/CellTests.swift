import Sheets
import Testing

@Suite struct CellTests {
  @Test func `a text is not a number`() {
    #expect(Cell.text("1") != Cell.number(1))
  }
}
