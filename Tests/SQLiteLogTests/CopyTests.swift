import EventLog
import EventLogLaws
import Events
import Glibc
import SQLiteLog
import TestSupport
import Testing

@Suite struct CopyTests {
  private let clock = TestClock()

  private func open(_ path: String) throws -> SQLiteLog {
    try SQLiteLog(opening: path, access: .readWrite, timeout: 1, clock: clock.now)
  }

  @Test func `a copy is the log at one moment, in one file, and is appended to`() throws {
    let scratch = try TemporaryFolder()
    let log = try SQLiteLog.create(at: scratch.file("a.ledger"), clock: clock.now)
    for number in 1...7 { _ = try log.append([Sample.validated(number)], unless: nil) }
    let head = try log.head()
    #expect(try log.copy(to: scratch.file("b.ledger")) == head)
    _ = try log.append([Sample.validated(8)], unless: nil)
    #expect(scratch.names.filter { $0.hasPrefix("b") } == ["b.ledger"])
    let copy = try open(scratch.file("b.ledger"))
    #expect(try copy.head() == head)
    _ = try copy.append([Sample.validated(9)], unless: nil)
    #expect(try copy.position(of: Sample.id(8)) == nil)
    #expect(try log.position(of: Sample.id(9)) == nil)
  }

  @Test func `a copy never goes over a file`() throws {
    let scratch = try TemporaryFolder()
    let log = try SQLiteLog.create(at: scratch.file("a.ledger"), clock: clock.now)
    try scratch.write([1, 2, 3], to: "b.ledger")
    #expect(throws: LogFailure.alreadyThere) { try log.copy(to: scratch.file("b.ledger")) }
    #expect(throws: LogFailure.missing) { try log.copy(to: scratch.file("none/b.ledger")) }
    #expect(scratch.names.contains("b.ledger"))
  }

  @Test(.timeLimit(.minutes(10))) func `writers go on while a copy is made`() async throws {
    let scratch = try TemporaryFolder()
    let path = scratch.file("a.ledger")
    let log = try SQLiteLog.create(at: path, clock: clock.now)
    _ = try log.append((0..<50).map { try Sample.validated($0) }, unless: nil)
    let writer = try open(path)
    let copies = (1...5).map { scratch.file("\($0).copy") }
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { @concurrent in
        for number in 100..<200 { _ = try writer.append([Sample.validated(number)], unless: nil) }
      }
      group.addTask { @concurrent in
        for copy in copies {
          let head = try log.copy(to: copy)
          let copied = try SQLiteLog(opening: copy, access: .readOnly, clock: { .epoch })
          #expect(try copied.head() == head)
        }
      }
      try await group.waitForAll()
    }
    #expect(try log.head().last == Position(150))
  }
}
