import EventLog
import EventLogLaws
import Events
import Glibc
import SQLite
import TestSupport
import Testing

@testable import SQLiteLog

@Suite struct FileTests {
  private let clock = TestClock().now

  private func open(_ path: String, _ access: StoreAccess = .readWrite) throws -> SQLiteLog {
    try SQLiteLog(opening: path, access: access, timeout: 1, clock: clock)
  }

  /// A sealed ledger of three events.
  private func ledger(in scratch: borrowing TemporaryFolder) throws -> String {
    let path = scratch.file("a.ledger")
    let log = try SQLiteLog.create(at: path, clock: clock)
    _ = try log.append((1...3).map { try Sample.validated($0) }, unless: nil)
    try log.seal()
    return path
  }

  @Test(arguments: [
    "UPDATE event SET bytes = x'00'", "DELETE FROM event WHERE position = 2",
    "INSERT OR REPLACE INTO event SELECT * FROM event WHERE position = 3",
    "REPLACE INTO event SELECT 4, id, 1, 1, 0, 0, x'', x'' FROM event WHERE position = 3",
    "INSERT INTO event VALUES (5, randomblob(16), 1, 1, 0, 0, x'', x'')",
    "INSERT INTO event (id, type, schema, occurred_on, recorded_at, hashes, bytes) "
      + "VALUES (randomblob(16), 1, 1, 0, 0, x'', x'')",
    "UPDATE OR REPLACE event SET position = 2 WHERE position = 3",
    "DELETE FROM tag", "UPDATE tag SET position = 1",
    "UPDATE OR REPLACE tag SET position = 2 WHERE position = 3", "DELETE FROM subject",
    "UPDATE subject SET name = 'x'",
    "INSERT OR REPLACE INTO subject SELECT key + 9, name FROM subject",
    "INSERT OR REPLACE INTO subject SELECT max(key) + 1, 'jury:J-1' FROM subject",
    "INSERT OR REPLACE INTO subject VALUES (1, 'x')", "INSERT INTO subject VALUES (9, 'x')",
    "INSERT INTO subject (name) VALUES ('x')", "DELETE FROM type",
    "UPDATE type SET name = 'x'", "INSERT OR REPLACE INTO type VALUES (1, 'x')",
    "INSERT OR REPLACE INTO type SELECT max(key) + 1, 'BlockValidated' FROM type",
  ]) func `SQL that changes or removes what is recorded is refused`(_ sql: String) throws {
    let scratch = try TemporaryFolder()
    let path = try ledger(in: scratch)
    let database = try Database(path, .readWrite, timeout: 0)
    let failure = #expect(throws: SQLiteFailure.self) { try database.execute(sql) }
    #expect(failure?.message.hasPrefix("a ledger is only added to: ") == true)
    #expect(try open(path).head().last == Position(3))
  }

  @Test(arguments: [
    "INSERT INTO tag VALUES (1, 1, 9)", "INSERT INTO tag VALUES (9, 1, 2)",
    "INSERT INTO tag VALUES (1, 2, 3)",
  ]) func `a tag that is added is found by a verification`(_ sql: String) throws {
    let scratch = try TemporaryFolder()
    let path = try ledger(in: scratch)
    do { try Database(path, .readWrite, timeout: 0).execute(sql) }
    #expect(try SQLiteLog.verify(at: path).defects.map(\.kind) == [.tagTooMany])
  }

  @Test func `a tag that is replaced stays the tag that it was`() throws {
    let scratch = try TemporaryFolder()
    let path = try ledger(in: scratch)
    do {
      try Database(path, .readWrite, timeout: 0)
        .execute("INSERT OR REPLACE INTO tag SELECT * FROM tag")
    }
    #expect(try SQLiteLog.verify(at: path).defects == [])
  }

  @Test func `a type of a newer program is reported, never skipped`() throws {
    let scratch = try TemporaryFolder()
    let path = try ledger(in: scratch)
    let database = try Database(path, .readWrite, timeout: 0)
    let log = try open(path)
    try database.execute(
      """
      INSERT INTO type VALUES (2, 'MoonLanded');
      INSERT INTO event SELECT 4, randomblob(16), 2, 1, occurred_on, recorded_at,
        zeroblob(96), bytes FROM event WHERE position = 3;
      INSERT INTO tag VALUES (1, 2, 4);
      """)
    let subject = try Subject.candidacy(CandidacyID("D-1"))
    for query in [
      EventQuery(), EventQuery(order: .fold), EventQuery(subjects: [subject]),
      EventQuery(subjects: [subject], from: Position(3)),
    ] {
      var last = Position.zero
      let failure = #expect(throws: LogFailure.self) {
        try log.read(query) { last = $0.position }
      }
      #expect(
        failure
          == .unreadable(Position(4), ReadingFailure(.unknownType("MoonLanded"), path: ["type"])))
      #expect(last == Position(3))
    }
    try log.read(EventQuery(types: [.blockValidated])) { #expect($0.position < Position(4)) }
  }

  @Test func `a file that is no ledger is refused for its own reason`() throws {
    let scratch = try TemporaryFolder()
    #expect(throws: LogFailure.missing) { try open(scratch.file("none")) }
    #expect(throws: LogFailure.missing) { try open(scratch.file("none/a")) }
    #expect(throws: LogFailure.notALedger) { try open(scratch.path) }
    try scratch.write([], to: "empty")
    #expect(throws: LogFailure.notALedger) { try open(scratch.file("empty")) }
    try scratch.write(Array("a text\n".utf8), to: "text")
    #expect(throws: LogFailure.notALedger) { try open(scratch.file("text")) }
    try scratch.write([UInt8](repeating: 65, count: 10_000), to: "long")
    #expect(throws: LogFailure.notALedger) { try open(scratch.file("long")) }
    do { try Database(scratch.file("other"), .create, timeout: 0).execute("CREATE TABLE t (a)") }
    #expect(throws: LogFailure.notALedger) { try open(scratch.file("other")) }
    #expect(scratch.names == ["empty", "long", "other", "text"])
  }

  @Test func `a newer format is refused with its number`() throws {
    let scratch = try TemporaryFolder()
    let path = try ledger(in: scratch)
    do { try Database(path, .readWrite, timeout: 0).execute("PRAGMA user_version = 3") }
    #expect(throws: LogFailure.newerFormat(found: 3, known: 2)) { try open(path) }
  }

  @Test(arguments: [1, 2])
  func `a ledger that says that it is of another format is not appended to`(other: Int) throws {
    let scratch = try TemporaryFolder()
    let path = other == 1 ? try ledger(in: scratch) : try FirstFormat.ledger(in: scratch.path)
    do { try Database(path, .readWrite, timeout: 0).execute("PRAGMA user_version = \(other)") }
    let failure = #expect(throws: LogFailure.self) { try open(path) }
    guard case .defect = failure else {
      Issue.record("\(failure.debugDescription)")
      return
    }
  }

  @Test func `a ledger without one of its tables is damaged`() throws {
    let scratch = try TemporaryFolder()
    let path = try ledger(in: scratch)
    do { try Database(path, .readWrite, timeout: 0).execute("DROP TABLE tag") }
    #expect(throws: LogFailure.defect(LogDefect(.schemaMissing("tag")))) { try open(path) }
  }

  @Test func `no file that is there is overwritten`() throws {
    let scratch = try TemporaryFolder()
    try scratch.write([1], to: "a")
    #expect(throws: LogFailure.alreadyThere) {
      try SQLiteLog.create(at: scratch.file("a"), clock: clock)
    }
    #expect(throws: LogFailure.missing) {
      try SQLiteLog.create(at: scratch.file("none/a"), clock: clock)
    }
    #expect(scratch.names == ["a"])
  }

  @Test func `a sealed file stands alone, and its log is closed`() throws {
    let scratch = try TemporaryFolder()
    let log = try SQLiteLog.create(at: scratch.file("new"), clock: clock)
    _ = try log.append([Sample.validated(1)], unless: nil)
    let head = try log.head()
    try log.seal()
    #expect(scratch.names == ["new"])
    let closed = LogFailure.system(code: 0, "the ledger was closed")
    #expect(throws: closed) { try log.seal() }
    #expect(throws: closed) { try log.head() }
    #expect(throws: closed) { try log.position(of: Sample.id(1)) }
    #expect(throws: closed) { try log.read(EventQuery()) { _ in } }
    #expect(throws: closed) { try log.append([Sample.validated(2)], unless: nil) }
    #expect(rename(scratch.file("new"), scratch.file("renamed")) == 0)
    #expect(try open(scratch.file("renamed")).head() == head)
  }

  @Test func `a log opened to read is not appended to`() throws {
    let scratch = try TemporaryFolder()
    let log = try open(try ledger(in: scratch), .readOnly)
    #expect(throws: LogFailure.readOnly) { try log.append([Sample.validated(4)], unless: nil) }
    #expect(try log.head().last == Position(3))
  }

  @Test func `a file that nobody changes is read without files beside it`() throws {
    let scratch = try TemporaryFolder()
    let path = try ledger(in: scratch)
    let connection = try Connection.immutable(path)
    var ledger = try LogFile(connection, isReadOnly: false, timeout: 0)
    #expect(try ledger.head().last == Position(3))
    #expect(ledger.isReadOnly == true)
    #expect(scratch.names == ["a.ledger"])
  }

  @Test func `a file with a second name is read and not appended to`() throws {
    let scratch = try TemporaryFolder()
    let path = try ledger(in: scratch)
    #expect(link(path, scratch.file("second")) == 0)
    #expect(throws: LogFailure.secondName) { try open(path) }
    #expect(throws: LogFailure.secondName) { try open(scratch.file("second")) }
    #expect(try open(path, .readOnly).head().last == Position(3))
    unlink(scratch.file("second"))
    #expect(try open(path).head().last == Position(3))
  }

  @Test(arguments: [
    "DROP TRIGGER event_is_not_changed",
    "CREATE TRIGGER quiet BEFORE INSERT ON tag BEGIN SELECT RAISE(IGNORE); END",
    "CREATE VIEW seen AS SELECT * FROM event", "DROP INDEX event_by_day",
  ])
  func `a file that was made otherwise is not appended to`(change: String) throws {
    let scratch = try TemporaryFolder()
    let path = try ledger(in: scratch)
    do { try Database(path, .readWrite, timeout: 0).execute(change) }
    let failure = #expect(throws: LogFailure.self) { try open(path) }
    guard case .defect = failure else {
      Issue.record("\(failure.debugDescription)")
      return
    }
  }

  @Test func `a ledger in a folder that may only be read is read`() throws {
    let scratch = try TemporaryFolder()
    let path = try ledger(in: scratch)
    chmod(path, 0o444)
    chmod(scratch.path, 0o555)
    defer { chmod(scratch.path, 0o755) }
    let user = FileUser.nobody()
    defer { user?.end() }
    let log = try open(path)
    #expect(try log.head().last == Position(3))
    #expect(throws: LogFailure.readOnly) { try log.append([Sample.validated(4)], unless: nil) }
    #expect(scratch.names == ["a.ledger"])
  }
}

/// The user that opens this thread's files: the superuser may write everywhere, so would test
/// nothing about permissions. Nil for any other user.
private struct FileUser {
  private let set: @convention(c) (UInt32) -> Int32

  static func nobody() -> FileUser? {
    guard getuid() == 0, let symbol = dlsym(nil, "setfsuid") else { return nil }
    let user = FileUser(set: unsafeBitCast(symbol, to: (@convention(c) (UInt32) -> Int32).self))
    _ = user.set(65_534)
    return user
  }

  func end() { _ = set(0) }
}
