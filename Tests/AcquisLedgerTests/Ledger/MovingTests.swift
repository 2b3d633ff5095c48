import AcquisLedger
import Catalogue
import Cryptography
import EventLog
import Events
import SQLite
import ServerTestSupport
import TestSupport
import Testing
import Vault

/// A ledger that goes to another place, of either kind.
struct MovingTests: ~Copyable {
  private let folder: TemporaryFolder
  private let clock: LedgerClock

  init() throws {
    let now = try Instant("2026-07-01T10:00:00.000000Z")
    let folder = try TemporaryFolder()
    clock = LedgerClock(now: { now })
    self.folder = folder
  }

  /// A ledger with the catalogue, a person and a checkpoint.
  private func made(_ place: LedgerPlace) throws -> Ledger {
    let ledger = Ledger(at: place, clock: clock)
    try ledger.create { draft in
      let catalogue = try BuiltInCatalogue.events().map { try EncodedEvent($0) }
      _ = try draft.log.append(catalogue, unless: nil)
    }
    _ = try ledger.importFacts([
      Submission(try JSONValue(parsing: Array(Self.person.utf8)), line: 1)
    ])
    _ = try ledger.sign()
    return ledger
  }

  private static let person = """
    {"id":"0190b5a0-7c00-7000-8000-000000000001","type":"CandidateRegistered","schema":1,"occurredOn":"2026-06-30",\
    "recordedBy":"x:1","data":{"candidate":"P-1","identity":{"birthName":"Fictif","firstNames":["Camille"],\
    "birthDate":"1990-03-12","sex":"F","birthPlace":{"postalCode":"69003"}}}}
    """

  private func digest(of ledger: Ledger) throws -> String {
    try ledger.question().replay(checksHashes: true).digest().description
  }

  /// Moves a ledger and compares what there is at both ends.
  private func move(_ ledger: Ledger, to place: LedgerPlace) throws -> Ledger {
    let (head, digest) = (try ledger.log().head(), try digest(of: ledger))
    let target = Ledger(at: place, clock: clock)
    let moved = try ledger.move(to: target)
    #expect(moved.head == head && moved.checkpoints == 1)
    #expect(try target.log().head() == head)
    #expect(try self.digest(of: target) == digest && self.digest(of: ledger) == digest)
    #expect(try target.signedCheckpoints().notes.count == 1)
    #expect(try target.verify(rootsAt: []) { _ in }.defects.isEmpty)
    #expect(try ledger.verify(rootsAt: []) { _ in }.defects.isEmpty)
    #expect(throws: LogFailure.moved(to: place.log)) { try ledger.writableLog() }
    // Its keys open what they sealed, and sign again.
    let keys = try target.vault(.toRead).verifyKeys()
    #expect(keys.keys == 1 && keys.damaged.isEmpty)
    #expect(try target.signingKey() == ledger.signingKey())
    _ = try target.writableLog()
    return target
  }

  @Test func `from file to file`() throws {
    let ledger = try made(LedgerPlace(folder.file("a.ledger")))
    _ = try move(ledger, to: LedgerPlace(folder.file("b.ledger")))
  }

  @Test(TestServer.isNeeded) func `from file to server and back, with the vault in files`() throws {
    let schema = TestSchema()
    let ledger = try made(LedgerPlace(folder.file("a.ledger")))
    let shared = try move(
      ledger, to: try LedgerPlace(schema.address, beside: folder.file("shared")))
    _ = try move(shared, to: LedgerPlace(folder.file("b.ledger")))
  }

  @Test(TestServer.isNeeded) func `from file to server and back, with the vault on the server`()
    throws
  {
    let schema = TestSchema()
    let ledger = try made(LedgerPlace(folder.file("a.ledger")))
    let shared = try move(
      ledger,
      to: try LedgerPlace(
        schema.address, beside: folder.file("shared"), vault: schema.address))
    _ = try move(shared, to: LedgerPlace(folder.file("b.ledger")))
    try schema.run("DROP SCHEMA \"\(schema.name)-vault\" CASCADE")
  }

  @Test func `to a place that is taken nothing is moved`() throws {
    let ledger = try made(LedgerPlace(folder.file("a.ledger")))
    let other = try made(LedgerPlace(folder.file("b.ledger")))
    #expect(throws: LedgerFailure.self) { try ledger.move(to: other) }
    _ = try ledger.writableLog()
    _ = try other.writableLog()
  }

  @Test func `a log that is not sound stays where it is`() throws {
    let ledger = try made(LedgerPlace(folder.file("a.ledger")))
    let database = try Database(ledger.path, .readWrite, timeout: 0)
    try database.execute(
      """
      DROP TRIGGER tag_is_not_deleted;
      DELETE FROM tag WHERE position = 1;
      CREATE TRIGGER tag_is_not_deleted BEFORE DELETE ON tag
        BEGIN SELECT RAISE(ABORT, 'a ledger is only added to: nothing is deleted'); END;
      """)
    #expect(throws: LogFailure.self) {
      try ledger.move(to: Ledger(at: folder.file("b.ledger"), clock: clock))
    }
    _ = try ledger.writableLog()
    #expect(!folder.names.contains("b.ledger"))
  }

  @Test func `who has it open is refused too, once it was moved`() throws {
    let ledger = try made(LedgerPlace(folder.file("a.ledger")))
    let open = try ledger.writableLog()
    let event = try #require(BuiltInCatalogue.events().first)
    _ = try move(ledger, to: LedgerPlace(folder.file("b.ledger")))
    let another = Event(
      id: EventID(high: 0x0197_0000_0000_7000, low: 0x8000_0000_0000_0009),
      occurredOn: event.occurredOn, recordedBy: event.recordedBy, fact: event.fact)
    #expect(throws: LogFailure.moved(to: folder.file("b.ledger"))) {
      try open.append([EncodedEvent(another)], unless: nil)
    }
  }
}
