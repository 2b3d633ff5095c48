import Documents
import Testing

@Suite struct QRCodeTests {
  @Test func `a code has its three finder patterns, and the fourth corner has none`() throws {
    let code = try QRCode("acquis")
    #expect(code.width == 21)
    for (row, column) in [(0, 0), (0, 14), (14, 0)] {
      for step in 0..<7 {
        #expect(code.isDark(row: row, column: column + step))
        #expect(code.isDark(row: row + 6, column: column + step))
        #expect(code.isDark(row: row + step, column: column))
      }
      #expect(!code.isDark(row: row + 1, column: column + 1))
      #expect(code.isDark(row: row + 3, column: column + 3))
    }
    #expect(!(0..<7).allSatisfy { code.isDark(row: 14 + $0, column: 14) })
  }

  @Test func `the drawing has every dark module, and a quiet zone of four`() throws {
    let code = try QRCode(String(repeating: "é&<", count: 40))
    let source = code.html(title: "<x>").source
    #expect(source.contains("viewBox=\"0 0 \(code.width + 8) \(code.width + 8)\""))
    #expect(source.contains("<title>&lt;x&gt;</title>"))
    var drawn: Set<[Int]> = []
    for run in source.split(separator: "d=\"").last?.split(separator: "M") ?? [] {
      let numbers = run.split { !$0.isNumber }.compactMap { Int($0) }
      guard numbers.count == 5 else { continue }
      for column in numbers[0]..<(numbers[0] + numbers[2]) { drawn.insert([numbers[1], column]) }
    }
    var dark: Set<[Int]> = []
    for row in 0..<code.width {
      for column in 0..<code.width where code.isDark(row: row, column: column) {
        dark.insert([row + 4, column + 4])
      }
    }
    #expect(drawn == dark)
  }

  @Test func `a text that no code holds is refused`() {
    for text in ["", "a\0b", String(repeating: "x", count: 2_332)] {
      #expect(throws: QRCodeFailure.unfit) { try QRCode(text) }
    }
    #expect(throws: Never.self) { try QRCode(String(repeating: "x", count: 2_331)) }
  }
}
