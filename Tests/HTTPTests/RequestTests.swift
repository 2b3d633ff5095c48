import Glibc
import Testing

@testable import HTTP

/// What arrives at the handler, and what is answered.
struct RequestTests {
  @Test func `two requests sent at once are answered in their order over one connection`() throws {
    let server = try TestServer()
    let wire = try server.wire()
    wire.send("GET /a HTTP/1.1\r\nHost: x\r\n\r\nPOST /b HTTP/1.1\r\nHost: x\r\n")
    wire.send("Content-Length: 3\r\n\r\nxyzGET /c HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    #expect(try wire.answer().body == "/a - ")
    #expect(try wire.answer().body == "/b - xyz")
    let last = try wire.answer()
    #expect(last.body == "/c - ")
    #expect(last["Connection"] == "close")
    #expect(try wire.rest() == "")
  }

  @Test(arguments: [
    ("/%2e%2e/x", "/%2e%2e/x -"), ("/a%2Fb", "/a%2Fb -"), ("/%00", "/%00 -"),
    ("/../..", "/../.. -"),
    ("//a", "//a -"), ("/a?b=%26+c&d", "/a b=%26+c&d"), ("/a?", "/a "), ("/?a?b", "/ a?b"),
    ("/a%zz?%", "/a%zz %"),
  ])
  func `a target arrives as it was sent`(target: String, read: String) throws {
    let server = try TestServer()
    let wire = try server.wire()
    wire.get(target)
    #expect(try wire.answer().body == read + " ")
  }

  @Test func `a request has its method, headers in order, body and the other end's address`() throws
  {
    let server = try TestServer()
    let wire = try server.wire()
    wire.ask("PATCH", "/", "X-B: 1\r\nx-a:\t2 \r\nX-b: 3\r\nX-None:\r\nX-É: 4\r\n", body: "é")
    #expect(try wire.answer().status == 400)
    let other = try server.wire()
    other.ask("PATCH", "/", "X-B: 1\r\nx-a:\t2 \r\nX-b: é\r\nX-None:\r\n", body: "é")
    #expect(try other.answer().status == 200)
    let request = try #require(server.handled.first)
    #expect(request.method == "PATCH")
    #expect(
      request.headers.map(\.name) == ["Host", "Content-Length", "X-B", "x-a", "X-b", "X-None"])
    #expect(request.header("X-A") == "2")
    #expect(request.header("x-b") == "1")
    #expect(request.headers(named: "X-B") == ["1", "é"])
    #expect(request.header("x-none") == "")
    #expect(request.header("x-other") == nil)
    #expect(request.body == Array("é".utf8))
    #expect(request.peer == "127.0.0.1")
  }

  @Test func `a head sent byte by byte is read as one sent at once`() throws {
    let server = try TestServer()
    let wire = try server.wire()
    var off: Int32 = 1
    setsockopt(
      wire.socket, Int32(IPPROTO_TCP), TCP_NODELAY, &off, socklen_t(MemoryLayout<Int32>.size))
    for byte in "POST /a HTTP/1.1\r\nHost: x\r\nA: b\r\nContent-Length: 2\r\n\r\nhi".utf8 {
      wire.send([byte])
    }
    #expect(try wire.answer().body == "/a - hi")
    wire.get(
      "/\(String(repeating: "x", count: 15_000))", "A: \(String(repeating: "y", count: 15_000))\r\n"
    )
    #expect(try wire.answer().body.utf8.count == 15_004)
  }

  @Test func `a chunked body is joined, and its connection closed after it`() throws {
    let server = try TestServer()
    let wire = try server.wire()
    wire.send(
      "POST /a HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n2;x=y\r\nde\r\n"
    )
    wire.send("0\r\nX-Trailer: t\r\n\r\nGET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n")
    #expect(try wire.answer().body == "/a - abcde")
    #expect(try wire.rest() == "")
    #expect(server.handled.map(\.path) == ["/a"])
    #expect(server.handled.first?.header("X-Trailer") == nil)
  }

  @Test func `a body that was announced is asked for once it is admitted`() throws {
    let server = try TestServer()
    let wire = try server.wire()
    wire.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n")
    #expect(try wire.answer().status == 100)
    #expect(server.admitted.count == 1)
    wire.send("hi")
    #expect(try wire.answer().body == "/ - hi")
  }

  @Test func `HEAD is answered without the body and with its length`() throws {
    let server = try TestServer()
    let wire = try server.wire()
    wire.ask("HEAD", "/abc")
    let answer = try wire.answer(toHead: true)
    #expect(answer.status == 200)
    #expect(answer["Content-Length"] == "7")
    wire.get("/")
    #expect(try wire.answer().body == "/ - ")
  }

  @Test func `nothing is added to an answer but its date and its length`() throws {
    let server = try TestServer(handle: { _ in
      HTTPResponse(
        status: 404,
        headers: [HTTPHeader("B", "1"), HTTPHeader("A", "é, ü"), HTTPHeader("b", "2")], text: "no")
    })
    let wire = try server.wire()
    wire.get("/")
    let answer = try wire.answer()
    #expect(answer.status == 404)
    #expect(
      answer.headers.filter { !$0.hasPrefix("Date: ") } == [
        "B: 1", "A: é, ü", "b: 2", "Content-Length: 2",
      ])
    #expect(answer["Date"]?.hasSuffix(" GMT") == true)
  }

  @Test func `304 and 204 have no body`() throws {
    let server = try TestServer(handle: { request in
      HTTPResponse(
        status: request.path == "/304" ? 304 : 204, headers: [HTTPHeader("ETag", "\"a\"")])
    })
    let wire = try server.wire()
    for status in [304, 204] {
      wire.get("/\(status)")
      let answer = try wire.answer(toHead: true)
      #expect(answer.status == status)
      #expect(answer["ETag"] == "\"a\"")
    }
  }

  @Test func `a large answer arrives whole`() throws {
    let text = String(repeating: "0123456789abcdef", count: 300_000)
    let server = try TestServer(handle: { _ in HTTPResponse(status: 200, text: text) })
    let wire = try server.wire()
    for _ in 0..<2 {
      wire.get("/")
      #expect(try wire.answer().body == text)
    }
  }

  @Test(arguments: [
    HTTPResponse(status: 200, headers: [HTTPHeader("X-A", "a\r\nX-Injected: b")], text: "x"),
    HTTPResponse(status: 200, headers: [HTTPHeader("X-A", "a\nX-Injected: b")], text: "x"),
    HTTPResponse(status: 200, headers: [HTTPHeader("X-A\r\nX-Injected", "b")], text: "x"),
    HTTPResponse(status: 200, headers: [HTTPHeader("X-A", "a\0b")], text: "x"),
    HTTPResponse(status: 200, headers: [HTTPHeader("X A", "b")], text: "x"),
    HTTPResponse(status: 200, headers: [HTTPHeader("X-A", "")], text: "x"),
    HTTPResponse(status: 200, headers: [HTTPHeader("Content-Length", "0")], text: "x"),
    HTTPResponse(status: 200, headers: [HTTPHeader("Transfer-Encoding", "chunked")], text: "x"),
    HTTPResponse(status: 200, headers: [HTTPHeader("Connection", "upgrade")], text: "x"),
    HTTPResponse(status: 99, text: "x"), HTTPResponse(status: 100, text: "x"),
    HTTPResponse(status: 600, text: "x"),
  ])
  func `an answer that must not be sent becomes 500`(response: HTTPResponse) throws {
    let server = try TestServer(handle: { _ in response })
    let wire = try server.wire()
    wire.get("/")
    let answer = try wire.answer()
    #expect(answer.status == 500)
    #expect(answer.body == "refused")
    #expect(answer["X-Injected"] == nil)
    #expect(server.refusals == [.unusableResponse])
    #expect(server.refusedRequests.first??.path == "/")
  }

  @Test func `a handler may close the connection and give its own date`() throws {
    let server = try TestServer(handle: { _ in
      HTTPResponse(
        status: 200, headers: [HTTPHeader("connection", "close"), HTTPHeader("Date", "today")])
    })
    let wire = try server.wire()
    wire.get("/")
    let answer = try wire.answer()
    #expect(answer["Connection"] == "close")
    #expect(answer.headers.filter { $0.hasPrefix("Date") } == ["Date: today"])
    #expect(try wire.rest() == "")
  }

  @Test func `IPv6 is served, and IPv4 beside it with its own addresses`() throws {
    let server: TestServer
    do {
      server = try TestServer({ $0.address = "::" })
    } catch HTTPFailure.system(let code) where code == EAFNOSUPPORT || code == EADDRNOTAVAIL {
      print("no IPv6 here: not tested")
      return
    }
    let six = try server.wire(overSix: true)
    six.get("/")
    #expect(try six.answer().status == 200)
    let four = try server.wire()
    four.get("/")
    #expect(try four.answer().status == 200)
    #expect(server.handled.map(\.peer) == ["::1", "127.0.0.1"])
  }

  @Test func `what cannot be listened on is an error`() throws {
    let server = try TestServer()
    #expect(throws: HTTPFailure.system(code: EADDRINUSE)) {
      try TestServer { $0.port = server.port }
    }
    #expect(throws: HTTPFailure.unreadableAddress) { try TestServer { $0.address = "localhost" } }
    #expect(throws: HTTPFailure.system(code: EADDRNOTAVAIL)) {
      try TestServer { $0.address = "192.0.2.1" }
    }
  }
}
