import AcquisLedger
import Catalogue
import EventLog
import Events
import Glibc
import SQLiteLog
import Synchronization
import TestSupport
import Testing

/// The façade, as a program without a command line uses it.
struct LedgerTests {
  private static func clock() throws -> LedgerClock {
    let now = try Instant("2026-07-01T10:00:00.000000Z")
    return LedgerClock(now: { now })
  }

  private static func fill(_ draft: Ledger.Draft) throws {
    let catalogue = try BuiltInCatalogue.events().map { try EncodedEvent($0) }
    _ = try draft.log.append(catalogue, unless: nil)
  }

  @Test func `a log that is kept open is left when another ledger takes its place`() throws {
    let folder = try TemporaryFolder()
    let ledger = Ledger(at: folder.file("a.ledger"), clock: try Self.clock())
    try ledger.create(fill: Self.fill)
    let served = ledger.keepingLogs()
    let first = try served.log()
    #expect(try first as? SQLiteLog === served.log() as? SQLiteLog)
    #expect(try served.writableLog() as? SQLiteLog === served.writableLog() as? SQLiteLog)
    let other = Ledger(at: folder.file("b.ledger"), clock: try Self.clock())
    try other.create { _ in }
    #expect(rename(other.path, ledger.path) == 0)
    #expect(try served.log().head().last == .zero)
    #expect(unlink(ledger.path) == 0)
    #expect(throws: LogFailure.missing) { try served.log() }
  }

  @Test func `a ledger that its first events fail leaves nothing, and may be made again`() throws {
    struct Failed: Error {}
    let folder = try TemporaryFolder()
    let ledger = Ledger(at: folder.file("a.ledger"), clock: try Self.clock())
    #expect(throws: Failed.self) {
      try ledger.create { draft in
        try Self.fill(draft)
        throw Failed()
      }
    }
    #expect(folder.names.isEmpty)
    try ledger.create(fill: Self.fill)
    #expect(try ledger.log().head().last == Position(2))
    #expect(throws: LedgerFailure.self) { try ledger.create(fill: Self.fill) }
  }

  @Test func `a question beyond the end is refused: it would be answered otherwise later`() throws {
    let folder = try TemporaryFolder()
    let ledger = Ledger(at: folder.file("a.ledger"), clock: try Self.clock())
    try ledger.create(fill: Self.fill)
    #expect(try ledger.question().known == Position(2))
    #expect(try ledger.question(known: Position(2)).on == CalendarDate("2026-07-01"))
    #expect(throws: LedgerFailure.self) { try ledger.question(known: Position(3)) }
  }

  @Test func `an exact copy makes the same ledger, and a changed one makes none`() throws {
    let folder = try TemporaryFolder()
    let ledger = Ledger(at: folder.file("a.ledger"), clock: try Self.clock())
    try ledger.create(fill: Self.fill)
    _ = try ledger.sign()
    var lines: [[UInt8]] = []
    let head = try ledger.export { lines.append($0) }
    func restore(_ name: String, _ lines: [[UInt8]]) throws -> Restored {
      var rest = lines[...]
      return try Ledger(at: folder.file(name), clock: Self.clock()).restore(
        keys: [], against: [], vault: .useExisting
      ) { _ in rest.popFirst() ?? [] }
    }
    let restored = try restore("b.ledger", lines)
    #expect(restored.head == head && restored.checkpoints == 1)
    let before = folder.names
    #expect(throws: CopyFailure.self) { _ = try restore("c.ledger", Array(lines.dropLast())) }
    #expect(folder.names == before)
  }

  @Test func `what is reported is reported of the same ledger with another clock too`() throws {
    let folder = try TemporaryFolder()
    let reported = Mutex<[String]>([])
    let ledger = Ledger(at: folder.file("a.ledger"), clock: try Self.clock()) { notice in
      reported.withLock { $0.append("\(notice)") }
    }
    try ledger.create(vault: .useExisting, fill: Self.fill)
    _ = try ledger.with(clock: Self.clock()).key(isMade: true)
    #expect(reported.withLock { $0 } == ["keyMade"])
  }
}
