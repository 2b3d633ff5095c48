import Testing

@testable import HTTP

/// What is closed because it takes too long.
struct DeadlineTests {
  /// In seconds; long enough for a busy machine to send a few bytes meanwhile.
  private static let deadline = 0.5

  private func server() throws -> TestServer {
    try TestServer {
      $0.deadline = .seconds(Self.deadline)
      $0.slowestReading = 1_000_000_000
    }
  }

  /// Sends bytes one after the other until the connection is closed, for ten seconds at most.
  ///
  /// - Returns: after how many seconds it was.
  private func trickle(_ wire: Wire, _ byte: UInt8) -> Double {
    let start = Monotonic.now
    for _ in 0..<1_000 {
      // Something to read is the answer, or the end.
      guard !wire.isReadable(within: 10), wire.send([byte]) else { break }
    }
    return Double(Monotonic.now - start) / 1e9
  }

  @Test func `a head that comes byte by byte is cut off at the deadline`() throws {
    let server = try server()
    let wire = try server.wire()
    wire.send("GET / HTTP/1.1\r\nHost: x\r\nA: ")
    let seconds = trickle(wire, UInt8(ascii: "x"))
    #expect(seconds > Self.deadline * 0.9)
    #expect(seconds < 5)
    let answer = try wire.answer()
    #expect(answer.status == 408)
    #expect(answer["X-Refusal"] == "tooSlow")
    #expect(answer.body == "refused")
    #expect(server.handled.isEmpty)
    #expect(server.admitted.isEmpty)
  }

  @Test func `a request line that comes byte by byte is cut off at the deadline`() throws {
    let server = try server()
    let wire = try server.wire()
    let seconds = trickle(wire, UInt8(ascii: "x"))
    #expect(seconds > Self.deadline * 0.9)
    #expect(seconds < 5)
    #expect(try wire.rest() == "")
  }

  @Test func `empty lines before a request do not keep a connection`() throws {
    let server = try server()
    let wire = try server.wire()
    let seconds = trickle(wire, UInt8(ascii: "\n"))
    #expect(seconds > Self.deadline * 0.9)
    #expect(seconds < 5)
  }

  @Test(arguments: [false, true])
  func `a body that comes byte by byte is cut off at the deadline`(isChunked: Bool) throws {
    let server = try server()
    let wire = try server.wire()
    wire.ask(
      "POST", "/", isChunked ? "Transfer-Encoding: chunked\r\n" : "Content-Length: 10000\r\n")
    if isChunked { wire.send("1000\r\n") }
    let seconds = trickle(wire, UInt8(ascii: "x"))
    #expect(seconds > Self.deadline * 0.9)
    #expect(seconds < 5)
    #expect(try wire.answer().status == 408)
    #expect(server.admitted.count == 1)
    #expect(server.handled.isEmpty)
    #expect(server.refusedRequests.first??.path == "/")
  }

  @Test func `a connection without a request is closed, after an answer too`() throws {
    let server = try server()
    let start = Monotonic.now
    let idle = try server.wire()
    let asked = try server.wire()
    asked.get("/")
    #expect(try asked.answer().status == 200)
    #expect(try asked.rest() == "")
    #expect(try idle.rest() == "")
    #expect(Double(Monotonic.now - start) / 1e9 > Self.deadline * 0.9)
    #expect(server.refusals.isEmpty)
  }

  @Test func `each request of a connection has its own deadline`() throws {
    let server = try TestServer { $0.deadline = .seconds(1) }
    let wire = try server.wire()
    let start = Monotonic.now
    while Double(Monotonic.now - start) / 1e9 < 2 {
      #expect(!wire.isReadable(within: 50))
      wire.get("/")
      #expect(try wire.answer().status == 200)
    }
  }

  @Test func `a handler may take longer than the deadline`() throws {
    let server = try server()
    let wire = try server.wire()
    wire.get("/wait")
    server.waitUntilWaiting(1)
    // Another connection sees the deadline pass.
    let other = try server.wire()
    #expect(try other.rest() == "")
    let third = try server.wire()
    #expect(try third.rest() == "")
    server.letGo()
    #expect(try wire.answer().status == 200)
  }

  @Test func `a client that does not read its answer is cut off`() throws {
    let text = String(repeating: "x", count: 40_000_000)
    let server = try TestServer(
      {
        $0.deadline = .seconds(Self.deadline)
        $0.slowestReading = 1_000_000_000
      }, handle: { _ in HTTPResponse(status: 200, text: text) })
    let wire = try server.wire(receiveBuffer: 4_096)
    wire.get("/")
    #expect(wire.isReadable(within: 10_000))
    // It is cut off while others find the server there, each for the length of the deadline.
    for _ in 0..<3 { #expect(try server.wire().rest() == "") }
    #expect(throws: Wire.Failure.self) { try wire.answer() }
  }
}
