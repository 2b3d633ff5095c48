import EventLog
import EventLogLaws
import Events
import SQLite
import SQLiteLog
import TestSupport
import Testing

@Suite struct SQLiteLogTests {
  @Test(arguments: LogLaw.all) func `a log in a file keeps the law`(_ law: LogLaw) throws {
    let scratch = try TemporaryFolder()
    var made = 0
    try law.check { clock, trust in
      made += 1
      return try SQLiteLog.create(at: scratch.file("\(made).ledger"), clock: clock, trust: trust)
    }
  }

  @Test func `a log opened again continues where it ended`() throws {
    let scratch = try TemporaryFolder()
    let (path, clock) = (scratch.file("a.ledger"), TestClock())
    var head: LogHead?
    do {
      let log = try SQLiteLog.create(at: path, clock: clock.now)
      _ = try log.append((1...11).map { try Sample.validated($0, candidacy: $0) }, unless: nil)
      head = try log.head()
    }
    #expect(scratch.names == ["a.ledger"])
    let log = try SQLiteLog(opening: path, access: .readWrite, clock: clock.now)
    #expect(try log.head() == head)
    _ = try log.append([Sample.validated(12)], unless: nil)
    let memory = try InMemoryLog(clock: TestClock().now)
    for range in [1...11, 12...12] {
      _ = try memory.append(
        range.map { try Sample.validated($0, candidacy: $0 == 12 ? 1 : $0) }, unless: nil)
    }
    #expect(try log.head() == memory.head())
  }

  @Test(.tags(.property)) func `two connections that take turns build one log`() throws {
    let scratch = try TemporaryFolder()
    let (path, clock) = (scratch.file("a.ledger"), TestClock())
    let first = try SQLiteLog.create(at: path, clock: clock.now)
    let second = try SQLiteLog(opening: path, access: .readWrite, clock: clock.now)
    let memory = try InMemoryLog(clock: TestClock().now)
    var random = SeededGenerator(seed: 3)
    for number in 1...60 {
      let event = try Sample.random(number, &random)
      let log = Bool.random(using: &random) ? first : second
      let receipt = try log.append([event], unless: nil)
      #expect(try receipt == memory.append([event], unless: nil))
      #expect(try first.head() == second.head())
    }
    #expect(try second.head() == memory.head())
    let query = EventQuery(types: [.juryHeld, .certificateIssued])
    #expect(try first.positions(query) == memory.positions(query))
    #expect(try second.positions(query) == memory.positions(query))
  }

  @Test(.timeLimit(.minutes(10))) func `several threads on two connections lose nothing`()
    async throws
  {
    let scratch = try TemporaryFolder()
    let (path, clock) = (scratch.file("a.ledger"), TestClock())
    let logs = [
      try SQLiteLog.create(at: path, clock: clock.now),
      try SQLiteLog(opening: path, access: .readWrite, clock: clock.now),
    ]
    try await withThrowingTaskGroup(of: Void.self) { group in
      for thread in 0..<4 {
        group.addTask { @concurrent in
          for number in 0..<25 {
            let event = try Sample.validated(thread * 100 + number, candidacy: thread)
            _ = try logs[thread % 2].append([event], unless: nil)
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try logs[0].positions(EventQuery()) == Array(1...100))
    #expect(try logs[0].head() == logs[1].head())
  }

  @Test func `a write that fails half way leaves nothing behind, in the file or in memory`() throws
  {
    let scratch = try TemporaryFolder()
    let path = scratch.file("a.ledger")
    let log = try SQLiteLog.create(at: path, clock: TestClock().now)
    let other = try Database(path, .readWrite, timeout: 0)
    try other.execute(
      """
      CREATE TRIGGER broken BEFORE INSERT ON event WHEN NEW.position = 2
        BEGIN SELECT RAISE(ABORT, 'broken'); END
      """)
    let five = try Sample.validated(5, candidacy: 5, jury: 5)
    #expect(throws: LogFailure.self) { try log.append([five, Sample.validated(6)], unless: nil) }
    #expect(try log.head().last == .zero)
    try other.execute("DROP TRIGGER broken")
    _ = try log.append([Sample.validated(1, candidacy: 7, jury: 7), five], unless: nil)
    #expect(try log.positions(EventQuery(subjects: [.jury(JuryID("J-5"))])) == [2])
    #expect(try log.positions(EventQuery(subjects: [.jury(JuryID("J-7"))])) == [1])
  }

  @Test func `another connection that writes is waited for, then reported as busy`() throws {
    let scratch = try TemporaryFolder()
    let path = scratch.file("a.ledger")
    let log = try SQLiteLog.create(at: path, timeout: 1, clock: TestClock().now)
    let other = try Database(path, .readWrite, timeout: 0)
    try other.begin(.writing)
    #expect(throws: LogFailure.busy(seconds: 0)) {
      try log.append([Sample.validated(1)], unless: nil)
    }
    #expect(try log.head().last == .zero)
    other.rollback()
    #expect(try log.append([Sample.validated(1)], unless: nil).appended == 1)
  }
}

extension EventLog {
  fileprivate func positions(_ query: EventQuery) throws -> [Int64] {
    var positions: [Int64] = []
    try read(query) { positions.append($0.position.number) }
    return positions
  }
}
