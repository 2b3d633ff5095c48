import EventLog
import EventLogLaws
import Events
import Glibc
import SQLite
import SQLiteLog
import TestSupport
import Testing

@Suite struct VerificationTests {
  let ledger: TemporaryLedger
  var path: String { ledger.path }

  init() throws {
    ledger = try TemporaryLedger()
    let log = try SQLiteLog.create(at: ledger.path, clock: TestClock().now)
    var random = SeededGenerator(seed: 11)
    _ = try log.append((1...70).map { try Sample.random($0, &random) }, unless: nil)
  }

  @Test func `an honest log has no defect, and the roots are its own at every size`() throws {
    let found = try SQLiteLog.verify(at: path, rootsAt: [0, 1, 35, 70, 71])
    #expect(found.defects.isEmpty && found.events == 70)
    let log = try SQLiteLog(opening: path, access: .readOnly, clock: TestClock().now)
    #expect(try found.root == log.head().root)
    #expect(found.roots.keys.sorted() == [0, 1, 35, 70])
    #expect(found.roots[70] == found.root)
  }

  @Test func `an empty log has no defect`() throws {
    let path = ledger.folder + "/empty.ledger"
    _ = try SQLiteLog.create(at: path, clock: TestClock().now)
    let found = try SQLiteLog.verify(at: path, rootsAt: [0])
    #expect(found.defects.isEmpty && found.events == 0 && found.roots[0] == found.root)
  }

  @Test func `a log that is appended to meanwhile is verified as it was`() throws {
    let log = try SQLiteLog(opening: path, access: .readWrite, clock: TestClock().now)
    _ = try log.append([Sample.validated(71)], unless: nil)
    #expect(try SQLiteLog.verify(at: path).events == 71)
    _ = try log.append([Sample.validated(72)], unless: nil)
    #expect(try SQLiteLog.verify(at: path).defects.isEmpty)
  }

  @Test func `a change to any column of a row is found`() throws {
    for position in [1, 2, 33, 64, 70] {
      for column in ["hashes", "bytes", "id"] {
        try change("UPDATE event SET \(column) = zeroblob(length(\(column)))", at: position) {
          #expect($0.first?.position == Position(Int64(position)), "\(column)")
        }
      }
      for column in ["type", "schema", "occurred_on", "recorded_at"] {
        try change("UPDATE event SET \(column) = \(column) + 1", at: position) {
          #expect($0.first?.position == Position(Int64(position)), "\(column)")
        }
      }
    }
  }

  @Test func `a missing table and an unknown one are both reported`() throws {
    try change("ALTER TABLE subject RENAME TO other") { defects in
      #expect(defects.contains(LogDefect(.schemaMissing("subject"))))
      #expect(defects.contains(LogDefect(.schemaTooMany("other"))))
    }
  }

  @Test func `an index that does not hold its table is found by the check of the file`() throws {
    let changed = ledger.folder + "/index.ledger"
    let database = try Database(path, .readWrite, timeout: 0)
    try database.execute("VACUUM INTO '\(changed)'")
    let page = try #require(
      try database.integer("SELECT rootpage FROM sqlite_schema WHERE name = 'event_by_type'"))
    let size = try #require(try database.integer("PRAGMA page_size"))
    #expect(try SQLiteLog.verify(at: changed).defects.isEmpty)
    // One entry fewer in the page of the index; the events are whole, so only SQLite's check sees it.
    let file = open(changed, O_RDWR)
    defer { close(file) }
    var count: UInt8 = 0
    let offset = off_t((page - 1) * size + 4)
    #expect(pread(file, &count, 1, offset) == 1 && count == 70)
    count -= 1
    #expect(pwrite(file, &count, 1, offset) == 1)
    #expect(try !SQLiteLog.verify(at: changed).defects.isEmpty)
  }

  /// Changes a copy of the file without its triggers, and passes the defects found in it.
  private func change(
    _ sql: String, at position: Int? = nil, _ body: ([LogDefect]) -> Void
  ) throws {
    let changed = ledger.folder + "/changed.ledger"
    do {
      let database = try Database(path, .readWrite, timeout: 0)
      try database.execute("VACUUM INTO '\(changed)'")
    }
    do {
      let database = try Database(changed, .readWrite, timeout: 0)
      try database.execute("DROP TRIGGER event_is_not_changed")
      try database.execute(sql + (position.map { " WHERE position = \($0)" } ?? ""))
    }
    body(try SQLiteLog.verify(at: changed).defects)
    for suffix in ["", "-wal", "-shm"] { unlink(changed + suffix) }
  }
}
