import Access
import Cryptography
import Events
import Testing

/// What a person presents: written in one way, and shown by nothing else.
@Suite struct TokenTests {
  private static let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"

  @Test func `a token is 256 bits behind its prefix, and is read again`() throws {
    for _ in 0..<200 {
      let token = try Token()
      let text = token.text
      #expect(text.hasPrefix("acquis_") && text.count == 7 + 43)
      #expect(text.dropFirst(7).allSatisfy { Self.letters.contains($0) })
      #expect(Token(text) == token)
      #expect(Token(text)?.text == text)
    }
  }

  @Test func `no two tokens are equal, nor are their hashes`() throws {
    let tokens = try (0..<200).map { _ in try Token() }
    #expect(Set(tokens.map(\.text)).count == 200)
    #expect(Set(try tokens.map { try $0.hash() }).count == 200)
  }

  @Test func `the hash is the SHA-256 of the 32 bytes`() throws {
    let token = try #require(Token("acquis_" + String(repeating: "A", count: 43)))
    #expect(
      try token.hash().description
        == "66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925")
  }

  @Test func `anything but the text of a token is none`() throws {
    let text = try Token().text
    let body = text.dropFirst(7)
    #expect(Token(text) != nil)
    for other in [
      "", "acquis_", String(body), "Acquis_\(body)", "acquis-\(body)", "acquis_\(body)=",
      "acquis_\(body)A", "acquis_\(body.dropLast())", " \(text)", "\(text) ", "\(text)\n",
      "acquis_+\(body.dropFirst())", "acquis_/\(body.dropFirst())", "acquis_é\(body.dropFirst(2))",
      "acquis_=\(body.dropFirst())", "acquis_acquis_\(body)", "acquis_ \(body.dropFirst())",
    ] { #expect(Token(other) == nil, "\(other.count) characters") }
  }

  @Test func `of the last characters only those without unused bits are read`() throws {
    let body = String(repeating: "A", count: 42)
    let read = Self.letters.filter { Token("acquis_\(body)\($0)") != nil }
    // 43 characters are 258 bits, two more than a token.
    #expect(read == "AEIMQUYcgkosw048")
  }

  @Test func `no description and no dump shows it`() throws {
    let token = try Token()
    let body = String(token.text.dropFirst(7))
    let grantee = (token, [token], ["a": token], Optional(token))
    var dumped = ""
    dump(grantee, to: &dumped)
    let shown = [
      "\(token)", String(reflecting: token), String(describing: grantee), dumped,
      String(describing: Mirror(reflecting: token).children.map { $0 }),
    ]
    for text in shown {
      #expect(!text.contains(body))
      // Nor its bytes, as numbers.
      #expect(text.filter(\.isNumber).count < 12, "\(text)")
    }
  }
}
