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

  @Test func `a file is made whole and once, for its owner alone, and leaves no draft`() throws {
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
    let kept = ["centre.key", "centre.key.new-x", "other.key.new", "other.key.new-12"]
    for name in kept + ["centre.key.new", "centre.key.new-12"] {
      try folder.write([1], to: name)
    }
    DurableFile(path: folder.file("centre.key")).clearDrafts()
    #expect(folder.names == kept)
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

  @Test
  func `a file that cannot be made is a failure with the system's number, and leaves nothing`()
    throws
  {
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
    #expect(!Folder.isValidLength(long.path))
    #expect(folder.names.isEmpty)
  }

  @Test func `a replacement where there is no folder is refused, and leaves nothing`() throws {
    let folder = try TemporaryFolder()
    let nowhere = DurableFile(path: folder.file("none/centre.key"))
    #expect(throws: FileFailure.system(code: ENOENT)) {
      try bytes("one") { try nowhere.replace(with: $0) }
    }
    #expect(throws: FileFailure.system(code: ENOENT)) { try nowhere.syncFolder() }
    #expect(folder.names.isEmpty)
  }

  @Test func `a folder is not replaced by a file, and no draft is left`() throws {
    let folder = try TemporaryFolder()
    try Folder.make(folder.file("centre.key"))
    #expect(throws: FileFailure.system(code: EISDIR)) {
      try bytes("one") { try DurableFile(path: folder.file("centre.key")).replace(with: $0) }
    }
    #expect(folder.names == ["centre.key"])
  }

  @Test func `a step is not run while another holds the file's lock`() throws {
    try with { file in
      #expect(throws: FileFailure.system(code: ENOENT)) { try file.locked(timeout: 0) {} }
      try bytes("one") { try file.createWhole($0) }
      let answer = try file.locked(timeout: 0) {
        #expect(throws: FileFailure.busy(seconds: 0)) {
          try file.locked(timeout: 0) { Issue.record("run under another's lock") }
        }
        return 7
      }
      #expect(answer == 7)
    }
  }

  @Test func `a link or a file with a second name is elsewhere`() throws {
    let folder = try TemporaryFolder()
    try folder.write([1], to: "a")
    let file = DurableFile(path: folder.file("a"))
    #expect(!file.isLinked)
    try Folder.link(folder.file("a"), to: folder.file("b"))
    #expect(file.isLinked)
    #expect(symlink("a", folder.file("link")) == 0)
    #expect(DurableFile(path: folder.file("link")).isLinked)
    #expect(!DurableFile(path: folder.file("none")).isLinked)
  }
}
