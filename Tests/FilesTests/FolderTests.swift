import Files
import Glibc
import TestSupport
import Testing

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
  func `a path is divided at the last slash's byte`(path: String) {
    let (folder, name) = (Folder.of(path), Folder.name(path))
    #expect(Array((folder == "." ? "" : folder).utf8) + Array(name.utf8) == Array(path.utf8))
    #expect(!name.utf8.contains(UInt8(ascii: "/")))
  }

  @Test func `a folder is not read as a file, and one longer than the limit is refused`() throws {
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

  @Test func `a second name is given only where no file has it`() throws {
    let folder = try TemporaryFolder()
    let (one, two) = (folder.file("one"), folder.file("two"))
    try folder.write([1], to: "one")
    try Folder.link(one, to: two)
    #expect(Folder.linkCount(one) == 2 && Folder.isSame(one, two))
    #expect(throws: FileFailure.system(code: EEXIST)) { try Folder.link(one, to: two) }
    #expect(throws: FileFailure.system(code: ENOENT)) {
      try Folder.link(folder.file("none"), to: folder.file("three"))
    }
    #expect(Folder.linkCount(folder.file("none")) == 0)
    #expect(!Folder.isSame(one, folder.file("none")) && !Folder.isSame(one, folder.path))
  }

  @Test func `a file takes another's place, a folder does not take a full one's`() throws {
    let folder = try TemporaryFolder()
    try folder.write([1], to: "one")
    try folder.write([2], to: "two")
    try Folder.move(folder.file("one"), to: folder.file("two"))
    #expect(try folder.names == ["two"] && folder.bytes("two") == [1])
    for name in ["full", "new"] { try Folder.make(folder.file(name)) }
    try folder.write([3], to: "full/three")
    let failure = #expect(throws: FileFailure.self) {
      try Folder.move(folder.file("new"), to: folder.file("full"))
    }
    #expect(failure?.isAlreadyThere == true)
    #expect(throws: FileFailure.system(code: ENOENT)) {
      try Folder.move(folder.file("none"), to: folder.file("two"))
    }
    Folder.remove(folder.file("full"))
    #expect(folder.names == ["new", "two"])
  }

  @Test func `what is not there has no names, is lacking and leads to itself`() throws {
    let folder = try TemporaryFolder()
    let none = folder.file("none")
    #expect(
      Folder.names(in: none).isEmpty && Folder.isAbsent(none) && !Folder.isAbsent(folder.path))
    #expect(Folder.resolved(none) == none)
    #expect(throws: FileFailure.system(code: ENOENT)) { try Folder.make(none + "/a") }
    #expect(throws: FileFailure.system(code: ENOENT)) { try Folder.sync(none) }
    #expect(symlink(folder.path, folder.file("link")) == 0)
    #expect(Folder.resolved(folder.file("link")) == Folder.resolved(folder.path))
  }
}
