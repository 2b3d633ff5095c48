import TestSupport
import Testing

@testable import SQLite

@Suite struct SQLiteTests {
  @Test func `numbers, texts and bytes come back as they went in`() throws {
    let scratch = try TemporaryFolder()
    let database = try Database(scratch.file("a"), .create, patience: 0)
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
    let database = try Database(scratch.file("a"), .create, patience: 0)
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
    let database = try Database(scratch.file("a"), .create, patience: 0)
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

  @Test func `a second writer is told that the first is busy`() throws {
    let scratch = try TemporaryFolder()
    let first = try Database(scratch.file("a"), .create, patience: 0)
    let second = try Database(scratch.file("a"), .readWrite, patience: 1)
    try first.begin(.writing)
    let failure = #expect(throws: SQLiteFailure.self) { try second.begin(.writing) }
    #expect(failure?.kind == .busy)
  }

  @Test func `a file is not made but where that is asked for, and any path is a path`() throws {
    let scratch = try TemporaryFolder()
    let failure = #expect(throws: SQLiteFailure.self) {
      _ = try Database(scratch.file("a"), .readWrite, patience: 0)
    }
    #expect(failure?.kind == .cannotOpen)
    for name in ["é ?mode=memory#%41", ":memory:"] {
      let database = try Database(scratch.file(name), .create, patience: 0)
      try database.execute("CREATE TABLE t (a)")
      #expect(scratch.names.contains(name))
    }
    #expect(Database.uri(":memory:", immutable: false) == "file:./%3amemory%3a")
    #expect(Database.uri("/a", immutable: true) == "file:///a?immutable=1")
  }

  @Test func `a file that is no database is met by the first statement`() throws {
    let scratch = try TemporaryFolder()
    try scratch.write(Array("hello".utf8), to: "a")
    let database = try Database(scratch.file("a"), .readWrite, patience: 0)
    let failure = #expect(throws: SQLiteFailure.self) {
      _ = try database.integer("PRAGMA user_version")
    }
    #expect(failure?.kind == .notADatabase)
  }

  @Test func `an immutable file is read and not written`() throws {
    let scratch = try TemporaryFolder()
    do {
      let database = try Database(scratch.file("a"), .create, patience: 0)
      try database.execute("CREATE TABLE t (a)")
    }
    let database = try Database(scratch.file("a"), .immutable, patience: 0)
    #expect(database.isReadOnly == true)
    let failure = #expect(throws: SQLiteFailure.self) {
      try database.execute("INSERT INTO t VALUES (1)")
    }
    #expect(failure?.kind == .readOnly)
  }

  @Test func `the schema table cannot be written`() throws {
    let scratch = try TemporaryFolder()
    let database = try Database(scratch.file("a"), .create, patience: 0)
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
}
