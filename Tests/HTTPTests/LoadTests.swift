import Glibc
import Testing

@testable import HTTP

/// Many at once.
struct LoadTests {
  @Test func `a handler that blocks does not stop another request`() throws {
    let server = try TestServer { $0.workers = 2 }
    let wire = try server.wire()
    wire.get("/wait")
    server.waitUntilWaiting(1)
    for _ in 0..<20 {
      let other = try server.wire()
      other.get("/")
      #expect(try other.answer().status == 200)
    }
    #expect(!wire.isReadable(within: 0))
    server.letGo()
    #expect(try wire.answer().body == "/wait - ")
  }

  @Test func `a request too many is answered by 503, and those that wait are handled`() throws {
    let server = try TestServer {
      $0.workers = 1
      $0.largestQueue = 2
    }
    let first = try server.wire()
    first.get("/wait")
    server.waitUntilWaiting(1)
    let others = try (0..<3).map { _ in try server.wire() }
    for wire in others { wire.get("/x") }
    var waited = others.map { pollfd(fd: $0.socket, events: Int16(POLLIN), revents: 0) }
    #expect(poll(&waited, 3, 10_000) == 1)
    let refused = try #require(waited.firstIndex { $0.revents != 0 })
    let answer = try others[refused].answer()
    #expect(answer.status == 503)
    #expect(answer["X-Refusal"] == "overloaded")
    #expect(server.refusedRequests.first??.path == "/x")
    server.letGo()
    #expect(try first.answer().status == 200)
    for (index, wire) in others.enumerated() where index != refused {
      #expect(try wire.answer().status == 200)
    }
    // It may ask again over the same connection.
    others[refused].get("/again")
    #expect(try others[refused].answer().status == 200)
    #expect(server.handled.count == 4)
  }

  @Test func `two thousand idle connections stop nobody`() throws {
    let count = 2_000
    let files = OpenFiles.raise(to: 2 * count + 500)
    guard files.granted >= 2 * count + 500 else {
      print("not tested: only \(files.granted) of \(files.wanted) open files are permitted")
      return
    }
    let server = try TestServer { $0.largestQueue = count }
    let idle = try (0..<count).map { _ in try server.wire() }
    for _ in 0..<100 {
      let wire = try server.wire()
      wire.get("/")
      #expect(try wire.answer().status == 200)
    }
    // They are all served, the last one too.
    for wire in idle { wire.get("/") }
    for wire in idle { #expect(try wire.answer().status == 200) }
    #expect(server.handled.count == count + 100)
  }

  @Test func `a connection too many waits until another is closed`() throws {
    let server = try TestServer { $0.largestConnections = 3 }
    var wires = try (0..<3).map { _ in try server.wire() }
    for wire in wires {
      wire.get("/")
      #expect(try wire.answer().status == 200)
    }
    let another = try server.wire()
    another.get("/another")
    wires[0].get("/")
    #expect(try wires[0].answer().status == 200)
    #expect(!another.isReadable(within: 0))
    #expect(!server.handled.contains { $0.path == "/another" })
    wires.removeFirst()
    #expect(try another.answer().body == "/another - ")
  }

  @Test func `a client that goes away while it is handled harms nobody`() throws {
    let server = try TestServer()
    for number in 1...3 {
      try server.wire().get("/wait")
      server.waitUntilWaiting(number)
    }
    server.letGo()
    let wire = try server.wire()
    wire.get("/")
    #expect(try wire.answer().status == 200)
  }

  @Test func `the limit of open files is raised as far as it goes and never lowered`() {
    let before = OpenFiles.raise(to: 1)
    #expect(before.granted > 1)
    let same = OpenFiles.raise(to: before.granted)
    #expect(same.wanted == before.granted)
    #expect(same.granted == before.granted)
    let most = OpenFiles.raise(to: .max)
    #expect(most.granted >= before.granted)
    #expect(HTTPServer.Settings().openFiles > 12_000)
  }
}
