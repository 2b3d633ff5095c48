import Testing

@testable import HTTP

/// Answers that are sent past the library.
struct RawAnswerTests {
  @Test func `a date is as the standard has it`() {
    #expect(RawAnswer.date(784_111_777) == "Sun, 06 Nov 1994 08:49:37 GMT")
    #expect(RawAnswer.date(951_782_400) == "Tue, 29 Feb 2000 00:00:00 GMT")
  }

  @Test func `an answer has a length and closes, and to HEAD no body`() {
    let answer = HTTPResponse(
      status: 413,
      headers: [HTTPHeader("A", "b"), HTTPHeader("Date", "x"), HTTPHeader("Connection", "close")],
      text: "no")
    func lines(_ method: String) -> [String] {
      let bytes = RawAnswer.bytes(answer, for: HTTPRequest(method: method, path: "/"))
      return String(decoding: bytes.filter { $0 != 13 }, as: UTF8.self)
        .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        .filter { !$0.hasPrefix("Date: ") }
    }
    let head = ["Connection: close", "Content-Length: 2", "A: b", ""]
    #expect(
      lines("POST").dropFirst() == ["Connection: close", "Content-Length: 2", "A: b", "", "no"])
    #expect(lines("HEAD").dropFirst().dropLast() == head[...])
    #expect(lines("HEAD").last == "")
    #expect(lines("POST").first?.hasPrefix("HTTP/1.1 413 ") == true)
  }
}
