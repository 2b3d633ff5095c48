import TestSupport
import Testing

@testable import SQLite

@Suite struct SQLiteTests {
  @Test func `numbers, texts and bytes come back as they went in`() throws {
    let scratch = try TemporaryFolder()
    let database = try Database(scratch.file("a"), .create, timeout: 0)
    try database.execute("CREATE TABLE t (a INTEGER, b TEXT, c BLOB) STRICT")
    let insert = try Statement("INSERT INTO t VALUES (?, ?, ?)", on: database)
    let select = try Statement("SELECT a, b, c FROM t", on: database)
    for (number, text, count) in [(Int64.min, "", 0), (.max, "é\0à", 1), (0, "x", 100_000)] {
      let bytes = [UInt8](repeating: 7, count: count)
      for isLent in [false, true] {
        try insert.bind(number, at: 1)
        try insert.bind(text, at: 2)
        try bytes.withUnsafeBytes { bytes in
          if isLent {
            try insert.bind(lending: bytes, at: 3)
          } else {
            try insert.bind(copying: bytes, at: 3)
          }
          try insert.run()
          insert.clearBindings()
        }
        #expect(database.changes == 1)
        #expect(try select.step() == true)
        #expect(select.integer(0) == number)
        #expect(select.text(1) == text)
        #expect(Array(select.bytes(2)) == bytes)
        #expect(select.isNull(2) == false)
        select.reset()
        try database.execute("DELETE FROM t")
      }
    }
    #expect(try select.step() == false)
    #expect(try database.integer("SELECT 41 + 1") == 42)
    #expect(try database.text("SELECT 'a' WHERE 0") == nil)
  }

  @Test func `a failure names no bound value`() throws {
    let scratch = try TemporaryFolder()
    let database = try Database(scratch.file("a"), .create, timeout: 0)
    try database.execute("CREATE TABLE t (a TEXT UNIQUE, b INTEGER) STRICT")
    let insert = try Statement("INSERT INTO t VALUES (?, ?)", on: database)
    try insert.bind("Zoé", at: 1)
    try insert.run()
    let again = #expect(throws: SQLiteFailure.self) { try insert.run() }
    #expect(again?.kind == .constraint)
    #expect(again?.code == 2067)
    try insert.bind("Léa", at: 1)
    try insert.bind("Zoé", at: 2)
    let wrongKind = #expect(throws: SQLiteFailure.self) { try insert.run() }
    for failure in [again, wrongKind] {
      #expect(failure?.description.contains("Zoé") == false)
    }
  }

  @Test func `a transaction is kept or undone whole`() throws {
    let scratch = try TemporaryFolder()
    let database = try Database(scratch.file("a"), .create, timeout: 0)
    try database.execute("CREATE TABLE t (a INTEGER PRIMARY KEY)")
    try database.begin(.writing)
    try database.execute("INSERT INTO t VALUES (7)")
    #expect(database.lastKey == 7)
    database.rollback()
    database.rollback()
    #expect(try database.integer("SELECT count(*) FROM t") == 0)
    try database.begin(.writing)
    try database.execute("INSERT INTO t VALUES (8)")
    try database.commit()
    #expect(try database.integer("SELECT count(*) FROM t") == 1)
  }

  @Test func `a second writer fails because the first is busy`() throws {
    let scratch = try TemporaryFolder()
    let first = try Database(scratch.file("a"), .create, timeout: 0)
    let second = try Database(scratch.file("a"), .readWrite, timeout: 1)
    try first.begin(.writing)
    let failure = #expect(throws: SQLiteFailure.self) { try second.begin(.writing) }
    #expect(failure?.kind == .busy)
  }

  @Test func `a file is made only where that is asked for, at any path`() throws {
    let scratch = try TemporaryFolder()
    let failure = #expect(throws: SQLiteFailure.self) {
      _ = try Database(scratch.file("a"), .readWrite, timeout: 0)
    }
    #expect(failure?.kind == .cannotOpen)
    for name in ["é ?mode=memory#%41", ":memory:"] {
      let database = try Database(scratch.file(name), .create, timeout: 0)
      try database.execute("CREATE TABLE t (a)")
      #expect(scratch.names.contains(name))
    }
    #expect(Database.uri(":memory:", immutable: false) == "file:./%3amemory%3a")
    #expect(Database.uri("/a", immutable: true) == "file:///a?immutable=1")
  }

  @Test func `a file that is no database is refused by the first statement`() throws {
    let scratch = try TemporaryFolder()
    try scratch.write(Array("hello".utf8), to: "a")
    let database = try Database(scratch.file("a"), .readWrite, timeout: 0)
    let failure = #expect(throws: SQLiteFailure.self) {
      _ = try database.integer("PRAGMA user_version")
    }
    #expect(failure?.kind == .notADatabase)
  }

  @Test func `an immutable file is read and not written`() throws {
    let scratch = try TemporaryFolder()
    do {
      let database = try Database(scratch.file("a"), .create, timeout: 0)
      try database.execute("CREATE TABLE t (a)")
    }
    let database = try Database(scratch.file("a"), .immutable, timeout: 0)
    #expect(database.isReadOnly == true)
    let failure = #expect(throws: SQLiteFailure.self) {
      try database.execute("INSERT INTO t VALUES (1)")
    }
    #expect(failure?.kind == .readOnly)
  }

  @Test func `the schema table cannot be written`() throws {
    let scratch = try TemporaryFolder()
    let database = try Database(scratch.file("a"), .create, timeout: 0)
    try database.execute("CREATE TABLE t (a); PRAGMA writable_schema = ON")
    #expect(throws: SQLiteFailure.self) { try database.execute("DELETE FROM sqlite_schema") }
  }

  @Test(arguments: [(UInt32(0x6969), "NFS"), (0xff53_4d42, "CIFS"), (0x0102_1997, "9p")])
  func `a network drive is known by its number`(magic: UInt32, name: String) {
    #expect(NetworkDrive.name(magic: magic) == name)
    #expect(NetworkDrive.name(magic: 0xef53) == nil)
    #expect(NetworkDrive.name(at: "/proc") == nil)
  }

  @Test func `a drive in user space, or a virtual machine's, is known by its number`() {
    #expect(NetworkDrive.isInUserSpace(magic: 0x6573_5546))
    #expect(!NetworkDrive.isInUserSpace(magic: 0xef53) && !NetworkDrive.isInUserSpace("/proc"))
  }

  @Test func `a text that is no statement is refused in SQLite's words`() throws {
    let scratch = try TemporaryFolder()
    let database = try Database(scratch.file("a"), .create, timeout: 0)
    let wrong = #expect(throws: SQLiteFailure.self) { try database.execute("SELECT none") }
    #expect(wrong?.kind == .sql && wrong?.message.contains("none") == true)
    let broken = #expect(throws: SQLiteFailure.self) { _ = try Statement("SELECT", on: database) }
    #expect(broken?.kind == .sql)
    let empty = #expect(throws: SQLiteFailure.self) { _ = try Statement(" ", on: database) }
    #expect(empty?.kind == .other)
  }

  @Test func `a value for a parameter that the statement does not have is refused`() throws {
    let scratch = try TemporaryFolder()
    let database = try Database(scratch.file("a"), .create, timeout: 0)
    let select = try Statement("SELECT ?", on: database)
    for index: Int32 in [0, 2] {
      #expect(throws: SQLiteFailure.self) { try select.bind(1, at: index) }
      #expect(throws: SQLiteFailure.self) { try select.bind("a", at: index) }
      #expect(throws: SQLiteFailure.self) {
        try [UInt8](arrayLiteral: 1).withUnsafeBytes { try select.bind(copying: $0, at: index) }
      }
    }
  }

  @Test func `a commit outside a transaction fails, a rollback does nothing`() throws {
    let scratch = try TemporaryFolder()
    let database = try Database(scratch.file("a"), .create, timeout: 0)
    let failure = #expect(throws: SQLiteFailure.self) { try database.commit() }
    #expect(failure?.kind == .sql)
    database.rollback()
    try database.begin(.writing)
    #expect(throws: SQLiteFailure.self) { try database.begin(.writing) }
    database.rollback()
  }

  @Test func `a journal is not emptied while another connection reads from it`() throws {
    let scratch = try TemporaryFolder()
    let database = try Database(scratch.file("a"), .create, timeout: 0)
    _ = try database.text("PRAGMA journal_mode = WAL")
    try database.execute("CREATE TABLE t (a)")
    let reader = try Database(scratch.file("a"), .readOnly, timeout: 0)
    try reader.begin(.reading)
    _ = try reader.integer("SELECT count(*) FROM t")
    try database.execute("INSERT INTO t VALUES (1)")
    let failure = #expect(throws: SQLiteFailure.self) { try database.checkpoint() }
    #expect(failure?.kind == .busy)
    try reader.commit()
    try database.checkpoint()
    #expect(try scratch.bytes("a-wal").isEmpty)
  }

  @Test func `a copy has every row, and is not made into a database that may only be read`() throws
  {
    let scratch = try TemporaryFolder()
    let database = try Database(scratch.file("a"), .create, timeout: 0)
    try database.execute("CREATE TABLE t (a); INSERT INTO t VALUES (7)")
    do {
      let copy = try Database(scratch.file("b"), .create, timeout: 0)
      try database.copy(into: copy)
      #expect(try copy.integer("SELECT a FROM t") == 7)
    }
    let copy = try Database(scratch.file("b"), .readOnly, timeout: 0)
    let failure = #expect(throws: SQLiteFailure.self) { try database.copy(into: copy) }
    #expect(failure?.kind == .readOnly)
  }
}
