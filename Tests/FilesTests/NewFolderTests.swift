import Files
import Glibc
import TestSupport
import Testing

@Suite struct NewFolderTests {
  private func write(_ name: String, in draft: String) throws {
    var file = try NewFile("\(draft)/\(name)", mode: 0o600)
    try file.write([1])
    try file.keep()
  }

  @Test func `a folder appears with its files when it is kept, and leaves no draft`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("lists")
    do {
      let new = try NewFolder(path + "/")
      try write("one", in: new.draft)
      #expect(!Folder.exists(path))
      try new.keep()
    }
    #expect(Folder.names(in: path) == ["one"])
    #expect(Folder.names(in: folder.path) == ["lists"])
  }

  @Test func `one that is not kept leaves nothing`() throws {
    let folder = try TemporaryFolder()
    do {
      let new = try NewFolder(folder.file("lists"))
      try write("one", in: new.draft)
    }
    #expect(Folder.names(in: folder.path).isEmpty)
  }

  @Test func `it takes the place of an empty folder and of nothing else`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("lists")
    try Folder.make(path)
    try NewFolder(path).keep()
    try write("one", in: path)
    #expect(throws: FileFailure.system(code: EEXIST)) { try NewFolder(path).keep() }
    #expect(throws: FileFailure.system(code: EEXIST)) { try NewFolder(path + "/one").keep() }
    #expect(Folder.names(in: path) == ["one"])
  }

  @Test func `what is put there meanwhile is not overwritten`() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("lists")
    let new = try NewFolder(path)
    try Folder.make(path)
    try write("one", in: path)
    do throws(FileFailure) {
      try new.keep()
      Issue.record("it was overwritten")
    } catch {
      #expect(error.isAlreadyThere)
    }
    #expect(Folder.names(in: path) == ["one"])
    #expect(Folder.names(in: folder.path) == ["lists"])
  }

  /// A draft as an interrupted process leaves it.
  private func leaveDraft(_ draft: String) throws {
    try Folder.make(draft, mode: 0o700)
    try write(".acquis-draft", in: draft)
    try Folder.make("\(draft)/files", mode: 0o700)
    try write("old", in: "\(draft)/files")
  }

  @Test func `a draft that an interrupted process left is cleared, one in the making is not`()
    throws
  {
    let folder = try TemporaryFolder()
    try leaveDraft(folder.file(".lists.part"))
    let new = try NewFolder(folder.file("lists"))
    #expect(Folder.names(in: new.draft).isEmpty)
    #expect(throws: FileFailure.busy(seconds: 0)) { try NewFolder(folder.file("lists")).keep() }
    try write("new", in: new.draft)
    try new.keep()
    #expect(Folder.names(in: folder.file("lists")) == ["new"])
    #expect(Folder.names(in: folder.path) == ["lists"])
  }

  @Test func `a draft that was not marked yet is cleared`() throws {
    let folder = try TemporaryFolder()
    try Folder.make(folder.file(".lists.part"), mode: 0o700)
    try NewFolder(folder.file("lists")).keep()
    #expect(Folder.names(in: folder.path) == ["lists"])
  }

  /// Makes a folder where something has the name of its draft; what is left beside it.
  private func publish(in folder: borrowing TemporaryFolder) throws -> Set<String> {
    let path = folder.file("lists")
    let new = try NewFolder(path)
    try write("new", in: new.draft)
    try new.keep()
    var facts = stat()
    #expect(unsafe lstat(path, &facts) == 0 && facts.st_mode & 0o777 == 0o700)
    #expect(Folder.names(in: path) == ["new"])
    return Set(Folder.names(in: folder.path)).subtracting(["lists"])
  }

  @Test func `a folder that has the name of a draft is left alone, and not published`() throws {
    let folder = try TemporaryFolder()
    let other = folder.file(".lists.part")
    try Folder.make(other, mode: 0o755)
    try write("one", in: other)
    #expect(try publish(in: folder) == [".lists.part"])
    #expect(Folder.names(in: other) == ["one"])
  }

  @Test func `a draft that others may write to is left alone`() throws {
    let folder = try TemporaryFolder()
    let other = folder.file(".lists.part")
    try leaveDraft(other)
    #expect(unsafe chmod(other, 0o777) == 0)
    #expect(try publish(in: folder) == [".lists.part"])
    #expect(Folder.names(in: other + "/files") == ["old"])
  }

  @Test(arguments: ["", "/files"])
  func `a draft with a folder in it is left alone`(place: String) throws {
    let folder = try TemporaryFolder()
    let other = folder.file(".lists.part")
    try leaveDraft(other)
    try Folder.make(other + place + "/kept")
    #expect(try publish(in: folder) == [".lists.part"])
    #expect(Folder.names(in: other + "/files").contains("old"))
    #expect(Folder.exists(other + place + "/kept"))
  }

  @Test func `a file or a link that has the name of a draft is left alone`() throws {
    let folder = try TemporaryFolder()
    try leaveDraft(folder.file("elsewhere"))
    try write(".lists.part-2", in: folder.path)
    #expect(unsafe symlink("elsewhere", folder.file(".lists.part")) == 0)
    #expect(try publish(in: folder) == ["elsewhere", ".lists.part", ".lists.part-2"])
    #expect(Folder.names(in: folder.file("elsewhere/files")) == ["old"])
  }

  @Test func `where every name of a draft is in use there is no folder`() throws {
    let folder = try TemporaryFolder()
    try write(".lists.part", in: folder.path)
    for number in 2...9 { try write(".lists.part-\(number)", in: folder.path) }
    #expect(throws: FileFailure.system(code: EEXIST)) {
      try NewFolder(folder.file("lists")).keep()
    }
    #expect(!Folder.exists(folder.file("lists")))
  }
}
