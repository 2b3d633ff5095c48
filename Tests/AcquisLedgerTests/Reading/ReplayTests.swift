import AcquisLedger
import Catalogue
import Cryptography
import EventLog
import Events
import Projections
import SQLite
import SQLiteLog
import TestSupport
import Testing
import Vault

struct ReplayTests {
  @Test func `a replay folds the events known that occurred by its day, and counts them`() throws {
    let ledger = try TestLedger(demonstration: 200)
    let known = Position(120)
    let events = try ledger.log.events(EventQuery(through: known))
    let day = events.map(\.event.occurredOn).sorted()[events.count / 2]
    let replay = try Replay(on: day, known: known, in: ledger.log)
    #expect(replay.on == day && replay.known == known)
    #expect(replay.events == events.count { $0.event.occurredOn <= day })
    #expect(replay.events > 0 && replay.events < events.count)
  }

  @Test func `a replay without a day is up to the latest day known`() throws {
    let ledger = try TestLedger(demonstration: 200)
    for known in [Position(3), Position(90), try ledger.log.head().last] {
      let days = try ledger.log.events(EventQuery(through: known)).map(\.event.occurredOn)
      let replay = try Replay(on: nil, known: known, in: ledger.log)
      #expect(replay.on == days.max())
      #expect(replay.events == days.count)
    }
  }

  @Test func `a replay of an empty log has no candidacy, and a digest`() throws {
    let log = try InMemoryLog(clock: TestClock().now)
    let replay = try Replay(on: nil, known: .zero, in: log)
    #expect(replay.on == .first && replay.events == 0 && replay.state.candidacies.isEmpty)
    #expect(try replay.digest() != Replay(on: .last, known: .zero, in: log).digest())
  }

  @Test func `a replay's digest is the same each time, and another with one more fact`() throws {
    let ledger = try TestLedger(demonstration: 400)
    let known = try ledger.log.head().last
    let first = try Replay(on: nil, known: known, in: ledger.log).digest()
    #expect(try Replay(on: nil, known: known, in: ledger.log).digest() == first)
    _ = try ledger.record(Lines.enrolment())
    #expect(try Replay(on: nil, known: known, in: ledger.log).digest() == first)
    let more = try ledger.log.head().last
    #expect(try Replay(on: nil, known: more, in: ledger.log).digest() != first)
  }

  @Test(arguments: [1, 40, 300, 100_000]) func `two threads fold what one does`(goal: Int) throws {
    let ledger = try TestLedger(demonstration: 1200)
    let last = try ledger.log.head().last
    let days = try ledger.log.events(EventQuery()).map(\.event.occurredOn).sorted()
    for known in [Position.zero, Position(1), Position(500), last] {
      for day in [nil, days[0], days[days.count / 2], .last] as [CalendarDate?] {
        let one = try Replay(on: day, known: known, in: ledger.log, and: nil)
        for checksHashes in [false, true] {
          let two = try Replay(
            on: day, known: known, in: ledger.log, and: { ledger.log }, inStretchesOf: goal,
            checksHashes: checksHashes)
          #expect(two.on == one.on && two.events == one.events)
          #expect(try two.digest() == one.digest())
        }
      }
    }
  }

  @Test func `damage ends a replay where it is read, and only there`() throws {
    let ledger = try TestLedger(demonstration: 400)
    let file = try TestLedger()
    let path = file.path
    defer { withExtendedLifetime(file) {} }
    let clock = TestClock.seconds(from: try Instant("2026-08-01T10:00:00.000000Z"))
    let log = try SQLiteLog.create(at: path, clock: clock.now)
    let events = try ledger.log.events(EventQuery()).map(\.event)
    _ = try log.append(try events.map { try EncodedEvent($0) }, unless: nil)
    let known = try log.head().last
    let digest = try Replay(on: nil, known: known, in: log).digest()
    let taken = try #require(events.firstIndex { $0.fact.type == .blockValidated }) + 1
    let passed = try #require(events.firstIndex { $0.fact.type == .juryConvened }) + 1
    let database = try Database(path, .readWrite, timeout: 1_000)
    try database.execute("DROP TRIGGER event_is_not_changed")
    func damage(_ position: Int) throws {
      try database.execute(
        """
        UPDATE event SET bytes = CAST(replace(CAST(bytes AS TEXT), '"data":{', '"data":{"0":1,')
          AS BLOB) WHERE position = \(position)
        """)
    }
    func replay(byTwo: Bool, checksHashes: Bool = false) throws -> Replay {
      let second = { @Sendable () throws -> (any EventLog)? in try log.anotherReader() }
      return try Replay(
        on: nil, known: known, in: log, and: byTwo ? second : nil, inStretchesOf: 50,
        checksHashes: checksHashes)
    }
    try damage(passed)
    for byTwo in [false, true] {
      #expect(try replay(byTwo: byTwo).digest() == digest)
      #expect(throws: LogFailure.self) { try replay(byTwo: byTwo, checksHashes: true) }
    }
    try damage(taken)
    for byTwo in [false, true] {
      let failure = #expect(throws: LogFailure.self) { try replay(byTwo: byTwo) }
      guard case .unreadable(Position(Int64(taken)), _) = failure else {
        Issue.record("\(failure.debugDescription)")
        continue
      }
    }
  }

  @Test func `the same facts have the same digest in memory and in a file`() throws {
    let inMemory = try TestLedger()
    let inFile = try TestLedger()
    let path = inFile.path
    defer { withExtendedLifetime(inFile) {} }
    let clock = TestClock.seconds(from: try Instant("2026-08-01T10:00:00.000000Z"))
    let log = try SQLiteLog.create(at: path, clock: clock.now)
    _ = try log.append(try BuiltInCatalogue.events().map { try EncodedEvent($0) }, unless: nil)
    let lines = try Demonstration(events: 500, seed: 3).lines.enumerated().map {
      try Submission($0.element.value, line: $0.offset + 1)
    }
    var first = inMemory.recorder()
    _ = try first.importFacts(lines)
    var second = Recorder(
      log: log, vault: { () throws(VaultFailure) in try Vault(beside: path) },
      clock: clock.now)
    // In other batches, at other instants: only positions count.
    for start in stride(from: 0, to: lines.count, by: 200) {
      _ = try second.importFacts(Array(lines[start..<min(start + 200, lines.count)]))
    }
    let known = try log.head().last
    #expect(try inMemory.log.head().last == known)
    let digests = (
      try Replay(on: nil, known: known, in: inMemory.log).digest(),
      try Replay(on: nil, known: known, in: log).digest()
    )
    #expect(digests.0 == digests.1)
  }
}
