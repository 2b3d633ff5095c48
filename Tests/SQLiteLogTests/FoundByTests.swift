import EventLog
import EventLogLaws
import Events
import SQLite
import SQLiteLog
import TestSupport
import Testing

/// Index columns changed outside the program: no answer is made from them.
struct FoundByTests {
  private let ledger: TemporaryLedger
  private var path: String { ledger.path }

  init() throws {
    ledger = try TemporaryLedger()
    let log = try SQLiteLog.create(at: ledger.path, clock: TestClock().now)
    _ = try log.append((1...40).map { try Sample.validated($0) }, unless: nil)
  }

  private func change(_ sql: String) throws {
    let database = try Database(path, .readWrite, timeout: 0)
    var triggers: [(name: String, sql: String)] = []
    do {
      let rows = try Statement(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'", on: database, isKept: false)
      while try rows.step() { triggers.append((rows.text(0), rows.text(1))) }
    }
    for trigger in triggers { try database.execute("DROP TRIGGER \(trigger.name)") }
    try database.execute(sql)
    for trigger in triggers { try database.execute(trigger.sql) }
  }

  private func isDamaged(_ query: EventQuery) throws {
    let log = try SQLiteLog(opening: path, access: .readOnly, clock: TestClock().now)
    let failure = #expect(throws: LogFailure.self) {
      try log.read(query) { _ = try $0.envelope() }
    }
    guard case .defect = failure else {
      Issue.record("\(failure.debugDescription)")
      return
    }
  }

  @Test(arguments: [EventQuery(), EventQuery(order: .fold), EventQuery(types: [.blockValidated])])
  func `an event whose bytes were changed is not read`(query: EventQuery) throws {
    try change(
      "UPDATE event SET bytes = CAST(replace(CAST(bytes AS TEXT), 'officer:17', 'officer:18') AS BLOB) "
        + "WHERE position = 7")
    try isDamaged(query)
  }

  @Test(arguments: [EventQuery(), EventQuery(order: .fold)])
  func `an event on another day than its own is not read`(query: EventQuery) throws {
    try change("UPDATE event SET occurred_on = occurred_on - 30 WHERE position = 7")
    try isDamaged(query)
  }

  @Test func `an event found by a subject that it is not about is not read`() throws {
    try change("UPDATE subject SET name = 'candidacy:D-OTHER' WHERE name LIKE 'candidacy:%'")
    try isDamaged(EventQuery(subjects: [.candidacy(CandidacyID("D-OTHER"))]))
  }

  @Test func `an event found by an id that is not its own is not read`() throws {
    try change("UPDATE event SET id = randomblob(16) WHERE position = 7")
    let log = try SQLiteLog(opening: path, access: .readOnly, clock: TestClock().now)
    #expect(try log.position(of: Sample.id(7)) == nil, "by no reading, but by a verification")
    try change("UPDATE event SET id = x'\(hex(Sample.id(7)))' WHERE position = 8")
    #expect(throws: LogFailure.defect(LogDefect(.column(.id), at: Position(8)))) {
      try log.position(of: Sample.id(7))
    }
  }

  @Test func `a log whose last instant was changed is not appended to`() throws {
    try change("UPDATE event SET recorded_at = recorded_at + 1 WHERE position = 40")
    let log = try SQLiteLog(opening: path, access: .readWrite, clock: TestClock().now)
    #expect(
      throws: LogFailure.defect(LogDefect(.column(.recordedAt), at: Position(40)))
    ) { try log.append([Sample.validated(41)], unless: nil) }
  }

  private func hex(_ id: EventID) -> String { id.description.filter { $0 != "-" } }
}
