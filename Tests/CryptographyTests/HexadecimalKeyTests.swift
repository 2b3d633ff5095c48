import Cryptography
import Testing

@Suite struct HexadecimalKeyTests {
  private static let digits = String(repeating: "0f", count: 32)

  private func key(_ text: String) throws -> [UInt8] {
    try HexadecimalKey.key(in: SecretBytes(copying: Array(text.utf8))).withBytes { Array($0) }
  }

  @Test func `a key's text is 64 small digits and a line feed, and is read back`() throws {
    let bytes = (0..<32).map { UInt8($0 * 8 + 7) }
    let text = HexadecimalKey.text(of: SecretBytes(copying: bytes)).withBytes { Array($0) }
    #expect(text.count == HexadecimalKey.length)
    #expect(String(decoding: text, as: UTF8.self).hasPrefix("070f171f"))
    #expect(try key(String(decoding: text, as: UTF8.self)) == bytes)
    #expect(try key(Self.digits.uppercased() + "\n") == [UInt8](repeating: 0x0f, count: 32))
  }

  @Test(arguments: [
    "", "\n", digits, digits + "\r", digits + "\n\n", String(digits.dropLast()) + "\n",
    String(digits.dropLast()) + "g\n", " " + digits.dropFirst() + "\n", digits + "0\n",
  ])
  func `a text that is not 64 digits and a line feed is no key`(text: String) {
    #expect(throws: HexadecimalKey.Malformed.self) { try key(text) }
  }
}
