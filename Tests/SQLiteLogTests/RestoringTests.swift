import EventLog
import EventLogLaws
import Events
import SQLite
import SQLiteLog
import TestSupport
import Testing

/// How an exact copy is written; what it may hold is in ``LogLaw``.
@Suite struct RestoringTests {
  @Test(arguments: [false, true])
  func `a restored log has its write-ahead journal, whether or not it is open elsewhere`(
    _ isOpenElsewhere: Bool
  ) throws {
    let scratch = try TemporaryFolder()
    let (path, clock) = (scratch.file("a.ledger"), TestClock())
    let log = try SQLiteLog.create(at: path, clock: clock.now)
    let other = isOpenElsewhere ? try Database(path, .readWrite, timeout: 0) : nil as Database?
    if let other { #expect(try other.integer("SELECT count(*) FROM event") == 0) }
    let source = try InMemoryLog(clock: clock.now)
    _ = try source.append((1...500).map { try Sample.validated($0, candidacy: $0) }, unless: nil)
    let head = try log.restore(Self.copy(of: source))
    #expect(try head == source.head())
    #expect(!scratch.names.contains("a.ledger-journal"))
    let fresh = try Database(path, .readWrite, timeout: 0)
    #expect(try fresh.text("PRAGMA journal_mode") == "wal")
    #expect(try log.append([Sample.validated(501)], unless: nil).positions == [Position(501)])
    #expect(try SQLiteLog.verify(at: path, rootsAt: [], progress: { _ in }).defects.isEmpty)
  }

  @Test func `a copy that fails leaves the log empty, and the next one fills it`() throws {
    struct Refusal: Error {}
    let scratch = try TemporaryFolder()
    let (path, clock) = (scratch.file("a.ledger"), TestClock())
    let log = try SQLiteLog.create(at: path, clock: clock.now)
    let source = try InMemoryLog(clock: clock.now)
    for number in 1...20 { _ = try source.append([Sample.longest(number)], unless: nil) }
    let next = Self.copy(of: source)
    #expect(throws: Refusal.self) {
      try log.restore {
        guard let event = try next() else { throw Refusal() }
        return event
      }
    }
    #expect(try log.head().last == .zero)
    #expect(!scratch.names.contains("a.ledger-journal"))
    let short = try InMemoryLog(clock: clock.now)
    _ = try short.append([Sample.validated(1)], unless: nil)
    #expect(try log.restore(Self.copy(of: short)) == short.head())
  }

  private static func copy(of log: InMemoryLog) -> () throws -> RestoredEvent? {
    var position = Position.zero
    return {
      position = position.next
      var copied: RestoredEvent?
      try log.read(EventQuery(from: position, limit: 1)) { event in
        copied = try RestoredEvent(position: position, canonical: event.bytes)
      }
      return copied
    }
  }
}
