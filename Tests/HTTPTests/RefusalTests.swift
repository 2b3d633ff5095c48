import Testing

@testable import HTTP

/// What the server refuses by itself, or the program before the body.
struct RefusalTests {
  private func refusal(_ bytes: String, status: Int, _ refusal: HTTPRefusal) throws {
    let server = try TestServer { $0.largestBody = 1_000 }
    let wire = try server.wire()
    wire.send(bytes)
    let answer = try wire.answer()
    #expect(server.handled.isEmpty)
    // Later versions of the library refuse some of this by themselves.
    if Daemon.isStrict, answer["X-Refusal"] == nil {
      #expect((400..<500).contains(answer.status))
      return
    }
    #expect(answer.status == status)
    #expect(answer["X-Refusal"] == "\(refusal)")
    #expect(answer["Connection"] == "close")
    #expect(answer.body == "refused")
    #expect(try wire.rest() == "")
    #expect(server.refusals == [refusal])
  }

  @Test(arguments: [
    "Content-Length: 3\r\nContent-Length: 4\r\n", "Content-Length: 3\r\nContent-Length: 3\r\n",
    "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n",
    "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n",
    "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n",
    "Content-Length : 3\r\n", "Transfer-Encoding : chunked\r\n", "Host: y\r\n", "A: b\r\n c\r\n",
    "Content: x\r\n -Length: 3\r\n", "A: b\n", "A: b\rc\r\n", "A: b\u{1}\r\n", "A: b\0c\r\n",
    "\0A: b\r\n",
    ": b\r\n", "A B: c\r\n", "Transfer-Encoding: chunked\0\r\n",
  ])
  func `headers that two servers could read differently are refused`(headers: String) throws {
    try refusal("POST / HTTP/1.1\r\nHost: x\r\n\(headers)\r\nabc", status: 400, .malformed)
  }

  @Test(arguments: [
    "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\nHost: x\r\n\r\n", "GET / HTTP/1.1\r\nHost: x\r\n\n",
    "GET  / HTTP/1.1\r\nHost: x\r\n\r\n", "GET /  HTTP/1.1\r\nHost: x\r\n\r\n",
    "GET /a b HTTP/1.1\r\nHost: x\r\n\r\n", "GET /a\tb HTTP/1.1\r\nHost: x\r\n\r\n",
    "GET /é HTTP/1.1\r\nHost: x\r\n\r\n", "GET /a\0b HTTP/1.1\r\nHost: x\r\n\r\n",
    "GET http://x/ HTTP/1.1\r\nHost: x\r\n\r\n", "CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n",
    "GET * HTTP/1.1\r\nHost: x\r\n\r\n", "G(T / HTTP/1.1\r\nHost: x\r\n\r\n",
    "GET / HTTP/1.2\r\nHost: x\r\n\r\n", "GET / HTTP/1.1\r\n A: b\r\nHost: x\r\n\r\n",
    "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
  ])
  func `request lines that are not exact are refused`(head: String) throws {
    try refusal(head, status: 400, .malformed)
  }

  @Test(arguments: [
    "GARBAGE\r\n\r\n", "\u{16}\u{3}\u{1}\r\n\r\n", "GET\r\n\r\n", "GET /\r\n\r\n",
    "GET / HTTP/2.0\r\n\r\n",
    "GET / http/1.1\r\nHost: x\r\n\r\n", "GET / HTTP/1.1\r\nHost: x\r\nnocolon\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: abc\r\n\r\nabc",
    "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: +3\r\n\r\nabc",
    "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3, 3\r\n\r\nabc",
    "POST / HTTP/1.1\r\nHost: x\r\nContent-Length:\r\n\r\nabc",
    "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999999\r\n\r\nabc",
    "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
    "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n-3\r\nabc\r\n0\r\n\r\n",
    "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n0\r\n\r\n",
  ])
  func `what the library refuses by itself reaches no handler, and the connection is closed`(
    request: String
  ) throws {
    let server = try TestServer()
    let wire = try server.wire()
    wire.send(request)
    let rest = try wire.rest()
    #expect(rest.isEmpty || rest.hasPrefix("HTTP/1.1 4") || rest.hasPrefix("HTTP/1.1 505"))
    #expect(server.handled.isEmpty)
    let other = try server.wire()
    other.get("/")
    #expect(try other.answer().status == 200)
  }

  @Test func `another coding than chunks is refused as unknown`() throws {
    try refusal(
      "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
      status: 501,
      .unknownTransferCoding)
  }

  @Test func `HTTP 1.0 needs no host, and its connection is closed`() throws {
    let server = try TestServer()
    let wire = try server.wire()
    wire.send("GET /a HTTP/1.0\r\n\r\n")
    #expect(try wire.answer().body == "/a - ")
    #expect(try wire.rest() == "")
  }

  @Test func `a body that is said to be too large is refused before it is read`() throws {
    let server = try TestServer { $0.largestBody = 1_000 }
    let wire = try server.wire()
    wire.ask("POST", "/", "Content-Length: 1001\r\nExpect: 100-continue\r\n")
    #expect(try wire.answer().status == 413)
    #expect(server.refusals == [.bodyTooLarge])
    #expect(server.refusedRequests.first??.path == "/")
    #expect(try wire.rest() == "")
    let exact = try server.wire()
    exact.ask("POST", "/", body: String(repeating: "x", count: 1_000))
    #expect(try exact.answer().status == 200)
    #expect(server.handled.map(\.body.count) == [1_000])
  }

  @Test func `a chunked body is refused as soon as it is too large`() throws {
    let server = try TestServer { $0.largestBody = 1_000 }
    let wire = try server.wire()
    let chunk = "258\r\n" + String(repeating: "x", count: 600) + "\r\n"
    wire.send("POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk)
    #expect(!wire.isReadable(within: 0))
    // The end of the body is never sent.
    wire.send(chunk)
    let answer = try wire.answer()
    #expect(answer.status == 413)
    #expect(answer["X-Refusal"] == "bodyTooLarge")
    #expect(answer.body == "refused")
    #expect(try wire.rest() == "")
    #expect(server.handled.isEmpty)
  }

  @Test(arguments: [false, true])
  func `a client that sends on is not cut off before it can read the refusal`(isChunked: Bool)
    throws
  {
    let server = try TestServer { $0.largestBody = 1_000 }
    let wire = try server.wire()
    let body = String(repeating: "x", count: 0x100000)
    let framing = isChunked ? "Transfer-Encoding: chunked" : "Content-Length: 20971520"
    wire.send("POST / HTTP/1.1\r\nHost: x\r\n\(framing)\r\n\r\n")
    for _ in 0..<20 {
      let sent = wire.send(isChunked ? "100000\r\n\(body)\r\n" : body)
      #expect(sent)
    }
    #expect(try wire.answer().status == 413)
    #expect(server.handled.isEmpty)
  }

  @Test func `bodies that are too large together are refused`() throws {
    let server = try TestServer {
      $0.largestBody = 1_000
      $0.largestBodies = 1_500
    }
    let wire = try server.wire()
    wire.ask("POST", "/wait", body: String(repeating: "x", count: 900))
    server.waitUntilWaiting(1)
    let other = try server.wire()
    other.ask("POST", "/", body: String(repeating: "x", count: 900))
    #expect(try other.answer().status == 503)
    server.letGo()
    #expect(try wire.answer().status == 200)
    // What was held is free again, that of the refused one too.
    for _ in 0..<5 {
      let third = try server.wire()
      third.ask("POST", "/", body: String(repeating: "x", count: 1_000))
      #expect(try third.answer().status == 200)
    }
  }

  /// A head with a part that is repeated, which a test's name would otherwise contain.
  struct LongHead: CustomTestStringConvertible {
    let before: String
    let part: String
    let count: Int
    var after = ""

    var text: String {
      before + String(repeating: part, count: count) + after + "\r\n"
    }
    var testDescription: String {
      "\(before.debugDescription) and \(count) \(part.debugDescription)"
    }
  }

  private static let start = "GET / HTTP/1.1\r\nHost: x\r\n"
  private static let end = " HTTP/1.1\r\nHost: x\r\n"

  @Test(arguments: [
    LongHead(before: start + "A: ", part: "x", count: 40_000, after: "\r\n"),
    LongHead(before: "GET /", part: "x", count: 40_000, after: end),
    LongHead(before: "GET /?", part: "&", count: 30_000, after: end),
    LongHead(before: "GET /?", part: "a=b&", count: 7_000, after: end),
  ])
  func `a head that is too large is refused`(head: LongHead) throws {
    try refusal(head.text, status: 431, .headTooLarge)
  }

  @Test(arguments: [
    LongHead(before: start + "A: ", part: "x", count: 1_000_000, after: "\r\n"),
    LongHead(before: start, part: "A: b\r\n", count: 100_000),
    LongHead(before: start + "Cookie: ", part: "a=b;", count: 7_000, after: "\r\n"),
  ])
  func `a head that is larger than a connection's memory is refused by the library`(
    head: LongHead
  ) throws {
    let server = try TestServer()
    let wire = try server.wire()
    wire.send(head.text)
    #expect(try wire.answer().status == 431)
    #expect(server.handled.isEmpty)
  }

  @Test func `who is not admitted is answered without the body being read`() throws {
    let server = try TestServer(admit: { request in
      request.header("X-Key") == "right" ? nil : HTTPResponse(status: 401, text: "no")
    })
    let wire = try server.wire()
    // Neither is 100 sent, nor is the body waited for.
    wire.ask("POST", "/a", "Content-Length: 1000\r\nExpect: 100-continue\r\n")
    let answer = try wire.answer()
    #expect(answer.status == 401)
    #expect(answer["Connection"] == "close")
    #expect(try wire.rest() == "")
    #expect(server.handled.isEmpty)
    #expect(server.admitted.map(\.path) == ["/a"])
    #expect(server.admitted.first?.body == [])
    let other = try server.wire()
    other.ask("POST", "/b", "X-Key: right\r\n", body: "x")
    #expect(try other.answer().body == "/b - x")
    #expect(server.admitted.map(\.body.count) == [0, 0])
  }

  @Test func `a request without a body that is not admitted leaves the connection open`() throws {
    let server = try TestServer(admit: { request in
      request.path == "/a" ? HTTPResponse(status: 401, text: "no") : nil
    })
    let wire = try server.wire()
    wire.get("/a")
    #expect(try wire.answer().status == 401)
    wire.get("/b")
    #expect(try wire.answer().status == 200)
    #expect(server.handled.map(\.path) == ["/b"])
  }
}
