import Files
import Glibc
import TestSupport
import Testing

@Suite struct NewFileTests {
  @Test(arguments: [false, true])
  func `a file has its name once it is kept, and none before`(isNamed: Bool) throws {
    let folder = try TemporaryFolder()
    let path = folder.file("export.jsonl")
    var file = try NewFile(path, isNamed: isNamed)
    try file.write(Array("one\n".utf8))
    #expect(!Folder.exists(path))
    try file.keep()
    #expect(folder.names == ["export.jsonl"])
    #expect(try DurableFile(path: path).tail(atMost: 9)?.bytes == Array("one\n".utf8))
  }

  @Test(arguments: [false, true])
  func `a file that is not kept leaves nothing`(isNamed: Bool) throws {
    let folder = try TemporaryFolder()
    func start() throws {
      var file = try NewFile(folder.file("export.jsonl"), isNamed: isNamed)
      try file.write([UInt8](repeating: 7, count: 1 << 19))
    }
    try start()
    #expect(folder.names.isEmpty)
  }

  @Test(arguments: [false, true])
  func `a file that appeared at the path meanwhile is left as it is`(isNamed: Bool) throws {
    let folder = try TemporaryFolder()
    func write() throws {
      var file = try NewFile(folder.file("export.jsonl"), isNamed: isNamed)
      try file.write([1, 2, 3])
      try folder.write([9], to: "export.jsonl")
      try file.keep()
    }
    #expect(throws: FileFailure.system(code: EEXIST)) { try write() }
    #expect(folder.names == ["export.jsonl"])
    #expect(try DurableFile(path: folder.file("export.jsonl")).tail(atMost: 9)?.bytes == [9])
  }

  @Test(arguments: [false, true])
  func `a file cannot be made where there is no folder, or over another`(isNamed: Bool) throws {
    let folder = try TemporaryFolder()
    #expect(throws: FileFailure.system(code: ENOENT)) {
      _ = try NewFile(folder.file("none/export.jsonl"), isNamed: isNamed)
    }
    try folder.write([1], to: "export.jsonl")
    #expect(throws: FileFailure.system(code: EEXIST)) {
      _ = try NewFile(folder.file("export.jsonl"), isNamed: isNamed)
    }
    #expect(folder.names == ["export.jsonl"])
  }
}
