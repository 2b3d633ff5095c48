import Dispatch
import EventLog
import EventLogLaws
import Events
import Glibc
import PostgreSQL
import PostgresLog
import ServerTestSupport
import Synchronization
import TestSupport
import Testing

@Suite(TestServer.isNeeded) struct PostgresLogTests {
  let schema = TestSchema()

  private func made(clock: TestClock = TestClock()) throws -> PostgresLog {
    let log = try PostgresLog.create(at: schema.address, clock: clock.now)
    try log.publish()
    return log
  }

  private func opened(clock: TestClock = TestClock()) throws -> PostgresLog {
    try PostgresLog(opening: schema.address, access: .readWrite, clock: clock.now)
  }

  @Test(arguments: LogLaw.all) func `a log on a server keeps the law`(_ law: LogLaw) throws {
    var schemas: [TestSchema] = []
    try law.check { clock, trust in
      let schema = TestSchema()
      schemas.append(schema)
      let log = try PostgresLog.create(at: schema.address, clock: clock, trust: trust)
      try log.publish()
      return log
    }
  }

  @Test(.tags(.property)) func `two connections that take turns build one log`() throws {
    let clock = TestClock()
    let first = try made(clock: clock)
    let second = try opened(clock: clock)
    let memory = try InMemoryLog(clock: TestClock().now)
    var random = SeededGenerator(seed: 3)
    for number in 1...60 {
      let event = try Sample.random(number, &random)
      let log = Bool.random(using: &random) ? first : second
      let receipt = try log.append([event], unless: nil)
      #expect(try receipt.positions == memory.append([event], unless: nil).positions)
      #expect(try first.head().last == second.head().last)
    }
    #expect(try first.head() == second.head())
    let query = EventQuery(types: [.juryHeld, .certificateIssued])
    #expect(try first.positions(query) == memory.positions(query))
    #expect(try PostgresLog.verify(at: schema.address).defects.isEmpty)
  }

  @Test(.timeLimit(.minutes(5))) func `connections that append at once leave no gap`() async throws
  {
    let clock = TestClock()
    _ = try made(clock: clock)
    let address = schema.address
    try await withThrowingTaskGroup(of: Void.self) { group in
      for thread in 0..<8 {
        group.addTask { @concurrent in
          let log = try PostgresLog(opening: address, access: .readWrite, clock: clock.now)
          for number in 0..<20 {
            let event = try Sample.validated(thread * 100 + number, candidacy: thread)
            _ = try log.append([event], unless: nil)
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try opened().positions(EventQuery()) == Array(1...160))
    #expect(try PostgresLog.verify(at: address).defects.isEmpty)
  }

  @Test(.timeLimit(.minutes(5)))
  func `an append that is ended while it waits leaves the connection fit for the next`()
    async throws
  {
    let log = try made()
    _ = try log.append([Sample.validated(1)], unless: nil)
    let holder = try TestServer.connection()
    try holder.run("BEGIN; SELECT FROM \"\(schema.name)\".tail FOR UPDATE")
    let own = try holder.query("SELECT pg_backend_pid()::bigint").integer(0, 0)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { @concurrent in
        // A condition on what was before the end: it is compared while nobody else appends.
        let condition = AppendCondition(
          nothingMatching: EventQuery(types: [.juryHeld]), after: .zero)
        #expect(throws: LogFailure.self) {
          try log.append([Sample.validated(2)], unless: condition)
        }
      }
      group.addTask { @concurrent in
        let other = try TestServer.connection()
        let cancel = """
          SELECT pg_cancel_backend(pid) FROM pg_stat_activity
          WHERE $1 = ANY (pg_blocking_pids(pid)::bigint[])
          """
        while !Task.isCancelled {
          _ = try other.query(cancel, [.integer(own)])
          await Task.yield()
        }
      }
      // The append, by the other or by its own limit of time.
      try await group.next()
      group.cancelAll()
      try await group.waitForAll()
    }
    try holder.run("ROLLBACK")
    #expect(try log.append([Sample.validated(3)], unless: nil).positions == [Position(2)])
  }

  @Test func `of two writers that decided on one state, the second is refused`() throws {
    let first = try made()
    let second = try opened()
    _ = try first.append([Sample.validated(1)], unless: nil)
    let condition = AppendCondition(nothingMatching: EventQuery(), after: Position(1))
    _ = try second.append([Sample.validated(2)], unless: condition)
    #expect(throws: LogFailure.conditionFailed(by: Position(2))) {
      try first.append([Sample.validated(3)], unless: condition)
    }
  }

  @Test func `a connection that the server ended is made again, and nothing is doubled`() throws {
    let log = try made()
    let events = try [Sample.validated(1), Sample.validated(2)]
    let receipt = try log.append(events, unless: nil)
    let ended = try TestServer.connection().query(
      """
      SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = $1
      """, [.text(schema.name)])
    #expect(ended.integer(0, 0) == 1)
    #expect(try log.append(events, unless: nil).positions == receipt.positions)
    #expect(try log.append([Sample.validated(3)], unless: nil).positions == [Position(3)])
    #expect(try opened().positions(EventQuery()) == [1, 2, 3])
  }

  @Test func `a type that came with what was rolled back leaves its number to the next`() throws {
    struct Refused: Error {}
    let log = try made()
    #expect(throws: Refused.self) {
      try log.append([Sample.validated(1)], unless: nil) { _ in throw Refused() }
    }
    _ = try log.append([Sample.deliberated(2)], unless: nil)
    _ = try log.append([Sample.validated(3)], unless: nil)
    #expect(try log.positions(EventQuery(types: [.blockValidated])) == [2])
    #expect(try PostgresLog.verify(at: schema.address).defects.isEmpty)
  }

  @Test func `while somebody follows, who listens is told of an append`() throws {
    let log = try made()
    let listener = try TestServer.connection()
    try listener.run("LISTEN \"\(schema.name)\"")
    _ = try log.append([Sample.validated(1)], unless: nil)
    #expect(try !listener.waitForNotification(milliseconds: 0))
    let follower = try opened()
    #expect(try follower.waitForEvent(after: .zero, milliseconds: 0))
    #expect(try !follower.waitForEvent(after: Position(1), milliseconds: 0))
    _ = try log.append([Sample.validated(2)], unless: nil)
    #expect(try listener.waitForNotification(milliseconds: 60_000))
    #expect(try follower.waitForEvent(after: Position(1), milliseconds: 60_000))
  }

  @Test func `who begins to follow during an append is not told of it, and reads it`() throws {
    let log = try made()
    let follower = try opened()
    _ = try log.append([Sample.validated(1)], unless: nil) { _ in
      let isTold = try follower.waitForEvent(after: .zero, milliseconds: 0)
      #expect(!isTold)
    }
    #expect(try follower.waitForEvent(after: .zero, milliseconds: 0))
    _ = try log.append([Sample.validated(2)], unless: nil)
    #expect(try follower.waitForEvent(after: Position(1), milliseconds: 60_000))
  }

  @Test func `a clock that follows the server is set right by it, another is left alone`() throws {
    let late = Instant.epoch
    let trust = ClockTrust(followsServer: true)
    let log = try PostgresLog.create(at: schema.address, clock: { late }, trust: trust)
    try log.publish()
    let today = try TestServer.connection().query(
      "SELECT (now()::date - '1970-01-01'::date)::bigint")
    let day = today.integer(0, 0)
    _ = try log.append([Sample.validated(1, day: 0)], unless: nil)
    let recorded = try #require(try log.head().lastRecordedAt?.dayInParis)
    // About midnight the two may be of neighbouring days.
    #expect(abs(Int64(recorded.dayNumber) - day) <= 1)
    let other = TestSchema()
    let left = try PostgresLog.create(at: other.address, clock: { late })
    _ = try left.append([Sample.validated(1, day: 0)], unless: nil)
    #expect(try left.head().lastRecordedAt == late)
  }

  @Test func `a creation that is not published leaves nothing`() throws {
    do {
      let draft = try PostgresLog.create(at: schema.address, clock: TestClock().now)
      _ = try draft.append([Sample.validated(1)], unless: nil)
      #expect(throws: LogFailure.missing) { try opened() }
    }
    #expect(throws: LogFailure.missing) { try opened() }
    _ = try made()
    #expect(throws: LogFailure.alreadyThere) { try made() }
  }

  @Test func `two creations of one ledger exclude each other`() throws {
    let draft = try PostgresLog.create(at: schema.address, clock: TestClock().now)
    #expect(throws: LogFailure.busy(seconds: 0)) { try made() }
    try draft.publish()
    #expect(try draft.append([Sample.validated(1)], unless: nil).positions == [Position(1)])
  }

  @Test(.timeLimit(.minutes(10)), arguments: [true, false])
  func `whether a ledger is there is known once its creator has ended`(isPublished: Bool) throws {
    var draft: PostgresLog? = try .create(at: schema.address, clock: TestClock().now)
    let found = Mutex<Result<Bool, LogFailure>?>(nil)
    let end = DispatchSemaphore(value: 0)
    DispatchQueue.global().async { [schema] in
      let isThere = Result { () throws(LogFailure) in try PostgresLog.exists(at: schema.address) }
      found.withLock { $0 = isThere }
      end.signal()
    }
    let connection = try TestServer.connection()
    let waiting = """
      SELECT count(*) FROM pg_stat_activity
      WHERE application_name = '\(schema.name)' AND wait_event_type = 'Lock'
      """
    while try connection.query(waiting).integer(0, 0) == 0, found.withLock({ $0 == nil }) {
      sched_yield()
    }
    if isPublished { try draft?.publish() }
    draft = nil
    end.wait()
    #expect(found.withLock { $0 } == .success(isPublished))
  }

  @Test func `nothing is changed, deleted or emptied, whoever owns the schema`() throws {
    let log = try made()
    _ = try log.append([Sample.validated(1)], unless: nil)
    for table in ["event", "tag", "type", "subject", "tail"] {
      #expect(throws: PostgresFailure.self, "\(table)") { try schema.run("DELETE FROM \(table)") }
      #expect(throws: PostgresFailure.self, "\(table)") { try schema.run("TRUNCATE \(table)") }
    }
    #expect(throws: PostgresFailure.self) { try schema.run("UPDATE event SET schema = 9") }
    #expect(throws: PostgresFailure.self) { try schema.run("UPDATE tag SET position = 9") }
    #expect(try PostgresLog.verify(at: schema.address).defects.isEmpty)
  }

  @Test func `a schema that is none of a ledger's, or of a later edition, is not opened`() throws {
    _ = try made()
    try schema.run("COMMENT ON SCHEMA \"\(schema.name)\" IS 'acquis ledger 9'")
    #expect(throws: LogFailure.newerFormat(found: 9, known: 1)) { try opened() }
    try schema.run("COMMENT ON SCHEMA \"\(schema.name)\" IS NULL")
    #expect(throws: LogFailure.notALedger) { try opened() }
  }

  @Test func `a ledger that was left takes nothing more, and is read as before`() throws {
    let (log, other) = (try made(), try opened())
    _ = try log.append([Sample.validated(1)], unless: nil)
    #expect(throws: LogFailure.full) {
      try log.leave(for: "elsewhere") { _ in throw LogFailure.full }
    }
    _ = try other.append([Sample.validated(2)], unless: nil)
    var seen: LogHead?
    try log.leave(for: "elsewhere") { seen = $0 }
    #expect(try seen == other.head())
    #expect(throws: LogFailure.moved(to: "elsewhere")) {
      try other.append([Sample.validated(3)], unless: nil)
    }
    #expect(throws: LogFailure.moved(to: "elsewhere")) { try other.leave(for: "x") { _ in } }
    #expect(try other.movedTo() == "elsewhere")
    #expect(try opened().positions(EventQuery()) == [1, 2])
    #expect(try PostgresLog.verify(at: schema.address).defects.isEmpty)
  }
}

extension EventLog {
  fileprivate func positions(_ query: EventQuery) throws -> [Int64] {
    var positions: [Int64] = []
    try read(query) { positions.append($0.position.number) }
    return positions
  }
}
