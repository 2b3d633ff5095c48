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

  @Test func `a draft that an interrupted process left is cleared, one in the making is not`()
    throws
  {
    let folder = try TemporaryFolder()
    let draft = folder.file(".lists.part")
    try Folder.make(draft)
    try write("old", in: draft)
    let new = try NewFolder(folder.file("lists"))
    #expect(Folder.names(in: new.draft).isEmpty)
    #expect(throws: FileFailure.busy(seconds: 0)) { try NewFolder(folder.file("lists")).keep() }
    try write("new", in: new.draft)
    try new.keep()
    #expect(Folder.names(in: folder.file("lists")) == ["new"])
  }
}
