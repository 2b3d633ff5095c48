import EventLog
import EventLogLaws
import Events
import SQLite
import TestSupport
import Testing

@testable import SQLiteLog

/// A ledger of format 1 is opened, verified, appended to and copied in its own format.
@Suite struct FirstFormatTests {
  private let folder: TemporaryLedger
  private let path: String

  init() throws {
    folder = try TemporaryLedger()
    path = try FirstFormat.ledger(in: folder.folder)
  }

  private func open(_ path: String, _ access: StoreAccess = .readWrite) throws -> SQLiteLog {
    // Its last instant is years before the test clock.
    try SQLiteLog(
      opening: path, access: access, clock: TestClock().now, trust: ClockTrust(isAccepted: true))
  }

  private func format(_ path: String) throws -> Int64? {
    try Database(path, .readWrite, timeout: 0).integer("PRAGMA user_version")
  }

  @Test func `it is read and verified, with its root`() throws {
    let found = try SQLiteLog.verify(at: path)
    #expect(found.defects == [] && found.events == FirstFormat.events)
    #expect("\(found.root)" == FirstFormat.root)
    #expect(try open(path, .readOnly).head().root == found.root)
  }

  @Test func `it is appended to and copied, and stays of its format`() throws {
    let log = try open(path)
    _ = try log.append((1...3).map { try Sample.validated($0) }, unless: nil)
    #expect(try log.append([Sample.validated(2)], unless: nil).appended == 0)
    let copy = folder.folder + "/copy.ledger"
    let head = try log.copy(to: copy)
    for path in [path, copy] {
      let found = try SQLiteLog.verify(at: path)
      #expect(found.defects == [] && found.events == FirstFormat.events + 3)
      #expect(found.root == head.root)
      #expect(try format(path) == 1)
    }
    #expect(try open(copy).append([Sample.validated(4)], unless: nil).appended == 1)
  }

  @Test(arguments: [
    "INSERT INTO tag VALUES (1, 1, 1)",
    "INSERT OR REPLACE INTO subject SELECT key, 'x' FROM subject", "DELETE FROM tag",
    "INSERT INTO event VALUES (99, randomblob(16), 1, 1, 0, 0, x'', x'')",
  ]) func `its own guards hold, and it is not appended to without them`(sql: String) throws {
    do {
      let database = try Database(path, .readWrite, timeout: 0)
      #expect(throws: SQLiteFailure.self) { try database.execute(sql) }
      try database.execute("DROP TRIGGER tag_is_added_in_order")
    }
    let missing = LogDefect(.schemaMissing("tag_is_added_in_order"))
    #expect(throws: LogFailure.defect(missing)) { try open(path) }
    #expect(try SQLiteLog.verify(at: path).defects == [missing])
  }

  @Test func `a new ledger is of format 2`() throws {
    let path = folder.folder + "/new.ledger"
    try SQLiteLog.create(at: path, clock: TestClock().now).seal()
    #expect(try format(path) == 2)
    #expect(try open(path).certificates(like: CertificateNumber("C-1")) == [])
    #expect(try open(self.path).certificates(like: CertificateNumber("C-1")) == nil)
  }
}
