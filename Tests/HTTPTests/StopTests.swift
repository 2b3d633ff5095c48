import Glibc
import Testing

@testable import HTTP

/// The end of a server.
struct StopTests {
  /// Stops on a thread of its own.
  private func stop(_ server: TestServer, within duration: Duration) throws -> Monitor<Bool> {
    let isStopped = Monitor(false)
    try DetachedThread.start {
      server.server.stop(within: duration)
      isStopped.change { $0 = true }
    }
    return isStopped
  }

  /// Waits until nobody can connect any more.
  private func waitUntilClosed(_ port: UInt16) -> Bool {
    for _ in 0..<1_000 {
      do { _ = try Wire(port) } catch { return true }
      poll(nil, 0, 10)
    }
    return false
  }

  private func soon() -> Int64 { Monotonic.now + 10_000_000_000 }

  @Test func `a request that is being handled is answered before the end`() throws {
    let server = try TestServer()
    let wire = try server.wire()
    let idle = try server.wire()
    wire.get("/wait")
    server.waitUntilWaiting(1)
    let isStopped = try stop(server, within: .seconds(20))
    #expect(waitUntilClosed(server.port))
    #expect(!isStopped.change { $0 })
    server.letGo()
    let answer = try wire.answer()
    #expect(answer.body == "/wait - ")
    #expect(answer["Connection"] == "close")
    #expect(try wire.rest() == "")
    #expect(try idle.rest() == "")
    #expect(isStopped.wait(until: soon()) { $0 })
  }

  @Test func `a request that comes during the end is refused`() throws {
    let server = try TestServer()
    let (wire, open) = (try server.wire(), try server.wire())
    open.get("/")
    #expect(try open.answer().status == 200)
    wire.get("/wait")
    server.waitUntilWaiting(1)
    let isStopped = try stop(server, within: .seconds(20))
    #expect(waitUntilClosed(server.port))
    open.get("/late")
    let answer = try open.answer()
    #expect(answer.status == 503)
    #expect(answer["X-Refusal"] == "stopping")
    #expect(try open.rest() == "")
    server.letGo()
    #expect(try wire.answer().status == 200)
    #expect(isStopped.wait(until: soon()) { $0 })
    #expect(server.handled.map(\.path) == ["/", "/wait"])
  }

  @Test func `the end comes in time although a handler does not return`() throws {
    let server = try TestServer { $0.workers = 1 }
    let (wire, queued) = (try server.wire(), try server.wire())
    wire.get("/wait")
    server.waitUntilWaiting(1)
    queued.get("/queued")
    let start = Monotonic.now
    server.server.stop(within: .milliseconds(200))
    let seconds = Double(Monotonic.now - start) / 1e9
    #expect(seconds > 0.19)
    #expect(seconds < 5)
    #expect(throws: Wire.Failure.self) { try wire.answer() }
    // It was waiting, or came too late: in either case it is not handled.
    #expect(try queued.rest().contains(" 200 ") == false)
    // The handler's answer has no one to go to.
    server.letGo()
    server.server.stop(within: .seconds(10))
    #expect(server.handled.count == 1)
  }

  @Test func `stopping twice, at once and with nothing open does no harm`() throws {
    let server = try TestServer()
    let others = try (0..<3).map { _ in try stop(server, within: .seconds(5)) }
    server.server.stop()
    for other in others { #expect(other.wait(until: soon()) { $0 }) }
    #expect(throws: Wire.Failure.self) { try server.wire() }
  }

  /// The epolls and eventfds that this process has open; every server has three.
  private func openPolls() -> Int {
    guard let folder = opendir("/proc/self/fd") else { return 0 }
    defer { closedir(folder) }
    var count = 0
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      var target = [CChar](repeating: 0, count: 256)
      let length = readlink("/proc/self/fd/\(name)", &target, target.count)
      let bytes = target.prefix(max(0, length)).map { UInt8(bitPattern: $0) }
      let text = String(decoding: bytes, as: UTF8.self)
      if text.hasPrefix("anon_inode:") { count += 1 }
    }
    return count
  }

  @Test func `a server that is forgotten is stopped, and leaves nothing open`() throws {
    let wire = try TestServer().wire()
    let before = openPolls()
    #expect(before >= 3)
    wire.get("/")
    #expect(try wire.answer().status == 200)
    for _ in 0..<300 {
      let wire = try TestServer { $0.workers = 1 }.wire()
      wire.get("/")
      #expect(try wire.answer().status == 200)
    }
    // Other tests open and close theirs at the same time, a few dozen at most.
    #expect(openPolls() < before + 150)
  }
}
