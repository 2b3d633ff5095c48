import EventLog
import EventLogLaws
import Events
import Glibc
import SQLite
import TestSupport
import Testing

@testable import SQLiteLog

/// The write-ahead journal found beside a ledger when it is opened.
final class JournalTests {
  private let scratch: TemporaryFolder
  private var path: String { scratch.file("a.ledger") }

  init() throws {
    scratch = try TemporaryFolder()
    try make("a.ledger", 1...3)
  }

  /// Makes a ledger of these events; ledgers differ by their ids.
  private func make(_ name: String, _ numbers: ClosedRange<Int>) throws {
    let log = try SQLiteLog.create(at: scratch.file(name), clock: TestClock().now)
    _ = try log.append(numbers.map { try Sample.validated($0) }, unless: nil)
    try log.seal()
  }

  private func open(_ access: StoreAccess = .readWrite) throws(LogFailure) -> SQLiteLog {
    try SQLiteLog(opening: path, access: access, timeout: 0, clock: TestClock().now)
  }

  private func bytes(_ name: String) throws -> [UInt8] { try scratch.bytes(name) }

  /// The file and the journal that a process leaves when killed after these events.
  ///
  /// - Parameter emptied: after how many of them the journal was merged into the file.
  private func killed(
    _ name: String, after numbers: ClosedRange<Int>, emptied: Int = 0
  ) throws -> (file: [UInt8], journal: [UInt8]) {
    let log = try SQLiteLog(
      opening: scratch.file(name), access: .readWrite, clock: TestClock().now)
    for (count, number) in numbers.enumerated() {
      if count == emptied {
        let database = try Database(scratch.file(name), .readWrite, timeout: 0)
        _ = try database.integer("PRAGMA user_version")
        try database.checkpoint()
      }
      _ = try log.append([Sample.validated(number)], unless: nil)
    }
    return try withExtendedLifetime(log) { (try bytes(name), try bytes(name + "-wal")) }
  }

  private func isRefused(_ file: [UInt8], _ journal: [UInt8]) throws {
    try scratch.write(file, to: "a.ledger")
    try scratch.write(journal, to: "a.ledger-wal")
    for access in [StoreAccess.readOnly, .readWrite] {
      #expect(throws: LogFailure.foreignJournal) { try open(access) }
    }
    #expect(throws: LogFailure.foreignJournal) { try SQLiteLog.verify(at: path) }
    #expect(try bytes("a.ledger") == file && bytes("a.ledger-wal") == journal)
  }

  @Test func `another ledger's journal is refused, and both files stay as they were`() throws {
    try make("b.ledger", 50...55)
    let other = try killed("b.ledger", after: 56...80)
    try isRefused(try bytes("a.ledger"), other.journal)
  }

  @Test(arguments: [(0, 1), (1, 1), (1, 2), (2, 2), (3, 1)])
  func `another young ledger's journal is refused at any length`(
    own: Int, others: Int
  ) throws {
    try make("b.ledger", 50...52)
    let journal = try killed("b.ledger", after: 53...52 + others).journal
    if own > 0 {
      let log = try open()
      for number in 4...3 + own { _ = try log.append([Sample.validated(number)], unless: nil) }
      try log.seal()
    }
    try isRefused(try bytes("a.ledger"), journal)
  }

  @Test func `a journal whose header is damaged is refused: SQLite would empty it`() throws {
    var left = try killed("a.ledger", after: 4...20)
    unlink(path + "-shm")
    left.journal[0] ^= 1
    try isRefused(left.file, left.journal)
  }

  @Test func `a journal that outlived its file is refused beside an older copy of it`() throws {
    let copy = try bytes("a.ledger")
    let left = try killed("a.ledger", after: 4...90, emptied: 60)
    unlink(path + "-shm")
    try isRefused(copy, left.journal)
  }

  @Test func `a killed process's journal is read as it is, and merged by a writer`() throws {
    let left = try killed("a.ledger", after: 4...20)
    try scratch.write(left.file, to: "a.ledger")
    try scratch.write(left.journal, to: "a.ledger-wal")
    unlink(path + "-shm")
    do { #expect(try open(.readOnly).head().last == Position(20)) }
    #expect(try bytes("a.ledger") == left.file && bytes("a.ledger-wal") == left.journal)
    do {
      let log = try open()
      _ = try log.append([Sample.validated(21)], unless: nil)
    }
    #expect(scratch.names == ["a.ledger"])
    #expect(try SQLiteLog.verify(at: path).events == 21)
  }

  @Test func `a process killed while it emptied the journal left a file that is read`() throws {
    let left = try killed("a.ledger", after: 4...200)
    let whole = try {
      let log = try SQLiteLog(opening: path, access: .readWrite, clock: TestClock().now)
      try log.seal()
      return try bytes("a.ledger")
    }()
    let page = 4_096
    for pages in stride(from: 1, to: whole.count / page, by: 3) {
      let written = whole.prefix(pages * page)
      try scratch.write(
        Array(written) + left.file.dropFirst(written.count), to: "a.ledger")
      try scratch.write(left.journal, to: "a.ledger-wal")
      unlink(path + "-shm")
      #expect(try open(.readOnly).head().last == Position(200), "\(pages) pages")
    }
  }

  @Test func `while another has the ledger open, its journal is not checked again`() throws {
    let log = try open()
    _ = try log.append([Sample.validated(4)], unless: nil)
    #expect(try open(.readOnly).head().last == Position(4))
    #expect(try open().head().last == Position(4))
    _ = try log.append([Sample.validated(5)], unless: nil)
  }
}
