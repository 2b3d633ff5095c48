import Files
import Glibc
import TestSupport
import Testing

@Suite struct DurableFileTests {
  private func with(_ body: (DurableFile) throws -> Void) throws {
    let folder = try TemporaryFolder()
    try body(DurableFile(path: folder.file("centre.key")))
    #expect(folder.names.allSatisfy { $0 == "centre.key" })
  }

  private func bytes<Value>(
    _ text: String, _ body: (UnsafeRawBufferPointer) throws -> Value
  ) rethrows -> Value {
    try Array(text.utf8).withUnsafeBytes(body)
  }

  private func text(_ file: DurableFile) throws -> String? {
    try file.tail(atMost: 100).map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  private func mode(_ file: DurableFile) -> mode_t {
    var facts = stat()
    return stat(file.path, &facts) == 0 ? facts.st_mode & 0o777 : 0
  }

  @Test func `a file is made whole, once, its owner's alone, and leaves no draft`() throws {
    try with { file in
      try bytes("one") { try file.createWhole($0) }
      #expect(throws: FileFailure.system(code: EEXIST)) {
        try bytes("two") { try file.createWhole($0) }
      }
      #expect(throws: FileFailure.system(code: EEXIST)) {
        try bytes("two") { try file.create($0) }
      }
      #expect(try text(file) == "one")
      #expect(mode(file) == 0o600)
      #expect(try file.ownerOnlySize() == 3)
    }
    try with { file in
      try bytes("public") { try file.createWhole($0, mode: 0o644) }
      #expect(mode(file) == 0o644)
      #expect(throws: FileFailure.openToOthers) { try file.ownerOnlySize() }
    }
  }

  @Test func `a replacement takes the place of what was there, and of a draft that was left`()
    throws
  {
    try with { file in
      let draft = DurableFile(path: file.path + ".new")
      try bytes("left by a kill") { try draft.create($0) }
      try bytes("old") { try file.createWhole($0) }
      try bytes("new") { try file.replace(with: $0) }
      #expect(try text(file) == "new")
      #expect(!draft.exists)
    }
  }

  @Test func `drafts of killed processes are cleared, and no other file`() throws {
    let folder = try TemporaryFolder()
    for name in ["centre.key", "centre.key.new-12", "centre.key.new-x", "other.key.new-12"] {
      try folder.write([1], to: name)
    }
    DurableFile(path: folder.file("centre.key")).clearDrafts()
    #expect(folder.names == ["centre.key", "centre.key.new-x", "other.key.new-12"])
  }

  @Test func `a file's end is read, and whether that is all`() throws {
    try with { file in
      #expect(try file.tail(atMost: 3) == nil)
      try bytes("abcdef") { try file.createWhole($0) }
      let part = try #require(try file.tail(atMost: 3))
      #expect(part.bytes == Array("def".utf8) && !part.isWhole)
      let whole = try #require(try file.tail(atMost: 6))
      #expect(whole.bytes.count == 6 && whole.isWhole)
    }
  }

  @Test func `what cannot be is a failure with the system's number, and leaves nothing`() throws {
    let folder = try TemporaryFolder()
    let nowhere = DurableFile(path: folder.file("none/centre.key"))
    #expect(throws: FileFailure.system(code: ENOENT)) {
      try bytes("one") { try nowhere.createWhole($0) }
    }
    #expect(throws: FileFailure.system(code: ENOENT)) { try nowhere.ownerOnlySize() }
    let long = DurableFile(path: folder.file(String(repeating: "x", count: 300)))
    #expect(throws: FileFailure.system(code: ENAMETOOLONG)) {
      try bytes("one") { try long.createWhole($0) }
    }
    #expect(!Folder.mayHold(long.path))
    #expect(folder.names.isEmpty)
  }
}

@Suite struct NewFileTests {
  @Test(arguments: [false, true])
  func `a file has its name once it is kept, and none before`(isNamed: Bool) throws {
    let folder = try TemporaryFolder()
    let path = folder.file("export.jsonl")
    var file = try NewFile(path, isNamed: isNamed)
    try file.write(Array("one\n".utf8))
    #expect(!Folder.holds(path))
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
  func `what came to the place meanwhile is left as it is`(isNamed: Bool) throws {
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
}

@Suite struct FileLockTests {
  @Test func `one holds a lock at a time, and whoever waits is told for how long`() throws {
    let folder = try TemporaryFolder()
    try folder.write([1], to: "lock")
    func hold() throws {
      let lock = try FileLock(folder.file("lock"))
      let (isStill, isOwn) = (lock.isStill(at: folder.file("lock")), lock.isOwnersAlone)
      #expect(isStill && isOwn)
      #expect(throws: FileFailure.busy(seconds: 0)) {
        _ = try FileLock(folder.file("lock"), patience: 0)
      }
      unlink(folder.file("lock"))
      let isStillNow = lock.isStill(at: folder.file("lock"))
      #expect(!isStillNow)
    }
    try hold()
    #expect(throws: FileFailure.system(code: ENOENT)) { _ = try FileLock(folder.file("lock")) }
    try folder.write([1], to: "lock")
    _ = try FileLock(folder.file("lock"), patience: 0)
  }

  @Test func `a folder's lock is not reached through a link`() throws {
    let folder = try TemporaryFolder()
    #expect(symlink(folder.path, folder.file("link")) == 0)
    #expect(throws: FileFailure.self) { _ = try FileLock(folder.file("link"), isFolder: true) }
    _ = try FileLock(folder.path, isFolder: true)
  }
}

@Suite struct FolderTests {
  @Test func `only an empty folder is removed as one, never a file`() throws {
    let folder = try TemporaryFolder()
    try folder.write([1], to: "precious")
    Folder.removeEmpty(folder.file("precious"))
    Folder.removeEmpty(folder.path)
    #expect(folder.names == ["precious"])
    #expect(try Folder.make(folder.file("empty")))
    #expect(try !Folder.make(folder.file("empty")))
    Folder.removeEmpty(folder.file("empty"))
    #expect(folder.names == ["precious"])
  }

  @Test(arguments: ["a/b", "/b", "b", "a/\u{301}b", "/x/a/\u{301}"])
  func `a path is parted at the last slash's byte`(path: String) {
    let (folder, name) = (Folder.of(path), Folder.name(path))
    #expect(Array((folder == "." ? "" : folder).utf8) + Array(name.utf8) == Array(path.utf8))
    #expect(!name.utf8.contains(UInt8(ascii: "/")))
  }

  @Test func `what is no file is not read as one, and a longer one is refused`() throws {
    let folder = try TemporaryFolder()
    #expect(throws: FileFailure.system(code: EISDIR)) {
      try DurableFile(path: folder.path).tail(atMost: .max)
    }
    try folder.write([1, 2, 3], to: "three")
    let file = DurableFile(path: folder.file("three"))
    #expect(try file.bytes(atMost: 3) == [1, 2, 3])
    #expect(throws: FileFailure.tooLong(limit: 2)) { try file.bytes(atMost: 2) }
    #expect(symlink("nowhere", folder.file("link")) == 0)
    #expect(throws: FileFailure.system(code: ENOENT)) {
      try DurableFile(path: folder.file("link")).bytes(atMost: 3)
    }
  }
}
