import Events
import Glibc
import SQLite
import TestSupport
import Testing

@testable import Access

/// What was opened from the vault, counted.
@Suite struct OpenedNamesTests {
  private let ledger: TemporaryLedger
  private let opened: OpenedNames
  private let (who, other): (RecorderID, RecorderID)
  private let (first, second): (Subject, Subject)

  init() throws {
    ledger = try TemporaryLedger()
    opened = OpenedNames(beside: ledger.path, timeout: 30)
    who = try RecorderID("officer:17")
    other = try RecorderID("clerk:2")
    first = try Subject("candidate:P-0001")
    second = try Subject("member:M1")
  }

  private func rows(
    since day: CalendarDate? = nil, who: RecorderID? = nil, subject: Subject? = nil
  ) throws -> [String] {
    try opened.list(since: day, who: who, subject: subject).map {
      "\($0.day) \($0.who) \($0.subject) \($0.count)"
    }
  }

  @Test func `nothing is there until something is counted`() throws {
    #expect(try rows().isEmpty)
    try opened.count([], by: who, on: Sample.day)
    #expect(ledger.files.isEmpty)
  }

  @Test func `the file is its owner's alone, in itself and after each write`() throws {
    for _ in 0..<2 { try opened.count([first], by: who, on: Sample.day) }
    #expect(ledger.files == ["centre.acquis.opened"])
    #expect(ledger.permissions(".opened") == 0o600)
  }

  @Test func `answers are counted by person, subject and day`() throws {
    try opened.count([first, second, first], by: who, on: Sample.day)
    try opened.count([first], by: who, on: Sample.day)
    try opened.count([first], by: other, on: Sample.day)
    try opened.count([first], by: who, on: Sample.day.adding(days: 1))
    #expect(
      try rows() == [
        "2026-03-02 clerk:2 candidate:P-0001 1", "2026-03-02 officer:17 candidate:P-0001 2",
        "2026-03-02 officer:17 member:M1 1", "2026-03-03 officer:17 candidate:P-0001 1",
      ])
  }

  @Test func `what is asked for is chosen by day, person and subject`() throws {
    for day in [Sample.day, Sample.day.adding(days: 1)] {
      for person in [who, other] { try opened.count([first, second], by: person, on: day) }
    }
    #expect(try rows().count == 8)
    #expect(try rows(since: Sample.day.adding(days: 1)).count == 4)
    #expect(try rows(who: who).count == 4)
    #expect(try rows(subject: second).count == 4)
    #expect(
      try rows(since: Sample.day.adding(days: 1), who: who, subject: second)
        == ["2026-03-03 officer:17 member:M1 1"])
    #expect(try rows(subject: Subject("candidate:P-000")).isEmpty)
  }

  @Test func `the first count of a day deletes what is older than twelve months`() throws {
    let old = try CalendarDate(2025, 3, 2)
    try opened.count([first], by: who, on: old.adding(days: -1))
    try opened.count([first], by: who, on: old)
    #expect(try rows().count == 2)
    try opened.count([second], by: who, on: Sample.day)
    #expect(try rows().map { $0.prefix(10) } == ["2025-03-02", "2026-03-02"])
    // Not again before the next day.
    try opened.count([first], by: other, on: old.adding(days: -9))
    try opened.count([second], by: other, on: Sample.day)
    #expect(try rows().count == 4)
    try opened.count([second], by: who, on: Sample.day.adding(days: 1))
    #expect(try rows().map { $0.prefix(10) } == ["2026-03-02", "2026-03-02", "2026-03-03"])
  }

  @Test func `what was deleted is no longer in the file`() throws {
    // More than what is written afterwards covers.
    let gone = try (1...50).map { try Subject("candidate:P-\($0)-DELETED-LATER") }
    try opened.count(gone, by: who, on: try CalendarDate(2024, 1, 1))
    func isThere() throws -> Bool { try ledger.text(".opened").contains("DELETED-LATER") }
    #expect(try isThere())
    try opened.count([first], by: who, on: Sample.day)
    #expect(try !isThere())
  }

  @Test func `many threads and several openings count together`() async throws {
    let (path, shared) = (ledger.path, opened)
    let (who, first, second) = (who, first, second)
    try await withThrowingTaskGroup { group in
      for number in 0..<6 {
        group.addTask { @concurrent in
          let own =
            number.isMultiple(of: 2) ? shared : OpenedNames(beside: path, timeout: 60)
          for _ in 0..<10 { try own.count([first, second], by: who, on: Sample.day) }
        }
      }
      try await group.waitForAll()
    }
    #expect(
      try rows() == [
        "2026-03-02 officer:17 candidate:P-0001 60", "2026-03-02 officer:17 member:M1 60",
      ])
  }

  @Test func `a file that was removed or replaced is left, and the one in its place counts`()
    throws
  {
    try opened.count([first], by: who, on: Sample.day)
    rename(ledger.path + ".opened", ledger.path + ".aside")
    #expect(try rows().isEmpty)
    try opened.count([second], by: who, on: Sample.day)
    #expect(try rows() == ["2026-03-02 officer:17 member:M1 1"])
    rename(ledger.path + ".aside", ledger.path + ".opened")
    #expect(try rows() == ["2026-03-02 officer:17 candidate:P-0001 1"])
  }

  @Test func `a file open to others is neither read nor written`() throws {
    try opened.count([first], by: who, on: Sample.day)
    chmod(ledger.path + ".opened", 0o640)
    #expect(throws: AccessFailure.openToOthers(.opened)) { try opened.list() }
    #expect(throws: AccessFailure.openToOthers(.opened)) {
      try opened.count([first], by: who, on: Sample.day)
    }
    chmod(ledger.path + ".opened", 0o600)
    #expect(try rows().count == 1)
  }

  @Test func `another file is not taken for it, and stays as it is`() throws {
    try ledger.write(String(repeating: "something else ", count: 100), ".opened")
    let before = try ledger.bytes(".opened")
    #expect(throws: AccessFailure.foreign(.opened)) {
      try opened.count([first], by: who, on: Sample.day)
    }
    #expect(try ledger.bytes(".opened") == before)
    unlink(ledger.path + ".opened")
    do {
      let database = try Database(ledger.path + ".opened", .create, timeout: 1_000)
      try database.execute("CREATE TABLE other (id INTEGER)")
    }
    chmod(ledger.path + ".opened", 0o600)
    #expect(throws: AccessFailure.foreign(.opened)) { try opened.list() }
  }

  @Test func `a file of a later format is refused`() throws {
    try opened.count([first], by: who, on: Sample.day)
    do {
      let database = try Database(ledger.path + ".opened", .readWrite, timeout: 1_000)
      try database.execute("PRAGMA user_version = 2")
    }
    let again = OpenedNames(beside: ledger.path)
    #expect(throws: AccessFailure.newerFormat(.opened, found: 2, known: 1)) { try again.list() }
  }

  @Test func `a count that cannot be written counts nothing of it`() throws {
    try opened.count([first], by: who, on: Sample.day)
    do {
      let database = try Database(ledger.path + ".opened", .readWrite, timeout: 1_000)
      try database.execute(
        """
        CREATE TRIGGER no BEFORE INSERT ON opened WHEN NEW.subject = 'member:M1'
        BEGIN SELECT RAISE(ABORT, 'no'); END
        """)
    }
    #expect(throws: AccessFailure.self) {
      try opened.count([first, second], by: who, on: Sample.day)
    }
    #expect(try rows() == ["2026-03-02 officer:17 candidate:P-0001 1"])
    try opened.count([first], by: who, on: Sample.day)
    #expect(try rows() == ["2026-03-02 officer:17 candidate:P-0001 2"])
  }
}
