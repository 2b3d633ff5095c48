import EventLog
import EventLogLaws
import Events
import ManyCallers
import SQLite
import SQLiteLog
import TestSupport
import Testing

/// What a group of appends is in the file; what its callers may rely on is in ``LogLaw``.
@Suite struct AppendGroupTests {
  @Test func `callers who wait at once share one transaction`() throws {
    let scratch = try TemporaryFolder()
    let path = scratch.file("a.ledger")
    let log = try SQLiteLog.create(at: path, clock: TestClock().now)
    _ = try log.append([Sample.validated(200)], unless: nil)
    let before = try Self.commits(in: scratch.bytes("a.ledger-wal"))
    let outcomes = try Callers.append(
      (0..<16).map { ([try Sample.validated($0)], nil) }, to: log, held: Sample.validated(100))
    #expect(Set(try outcomes.flatMap { try $0.get().positions.map(\.number) }) == Set(3...18))
    // The holder's, and that of all sixteen.
    #expect(try Self.commits(in: scratch.bytes("a.ledger-wal")) == before + 2)
  }

  @Test func `a caller whose events cannot be written fails alone`() throws {
    let scratch = try TemporaryFolder()
    let path = scratch.file("a.ledger")
    let log = try SQLiteLog.create(at: path, clock: TestClock().now)
    let other = try Database(path, .readWrite, timeout: 0)
    // Fails at the second event of a batch: its first is written then.
    try other.execute(
      """
      CREATE TRIGGER broken BEFORE INSERT ON event
        WHEN instr(NEW.bytes, '"D-5"') > 0
        BEGIN SELECT RAISE(ABORT, 'broken'); END
      """)
    let batches: [Callers.Batch] = try (0..<16).map { number in
      (
        [
          try Sample.validated(2 * number, candidacy: 100 + number, jury: number),
          try Sample.validated(2 * number + 1, candidacy: number),
        ], nil
      )
    }
    let outcomes = try Callers.append(batches, to: log, held: Sample.validated(100))
    for (number, outcome) in outcomes.enumerated() {
      if number == 5 {
        #expect(throws: LogFailure.self) { try outcome.get() }
        #expect(try log.position(of: Sample.id(10)) == nil)
      } else {
        #expect(
          try outcome.get().positions
            == batches[number].events.map { event in
              try #require(try log.position(of: event.event.id))
            })
      }
    }
    #expect(try log.head().last == Position(31))
    try other.execute("DROP TRIGGER broken")
    // The subjects of what was undone are in the file again, not in memory alone.
    #expect(try log.append(batches[5].events, unless: nil).appended == 2)
    let fresh = try SQLiteLog(opening: path, access: .readOnly, clock: TestClock().now)
    let jury = EventQuery(subjects: [.jury(try JuryID("J-5"))])
    var found: [Position] = []
    try fresh.read(jury) { found.append($0.position) }
    #expect(found == [Position(32)])
    #expect(try SQLiteLog.verify(at: path, rootsAt: [], progress: { _ in }).defects.isEmpty)
  }

  @Test func `all who wait for a closed log are told so`() throws {
    let scratch = try TemporaryFolder()
    let log = try SQLiteLog.create(at: scratch.file("a.ledger"), clock: TestClock().now)
    try log.seal()
    let outcomes = Callers.run(16) { number in
      Result { try log.append([Sample.validated(number)], unless: nil) }
    }
    for outcome in outcomes { #expect(throws: LogFailure.self) { try outcome.get() } }
  }

  /// How many transactions a write-ahead log holds: the last frame of each states the file's size.
  private static func commits(in bytes: [UInt8]) -> Int {
    stride(from: 32, to: bytes.count, by: 24 + 4096).count { frame in
      bytes[frame + 4..<frame + 8].contains { $0 != 0 }
    }
  }
}
