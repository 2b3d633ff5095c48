import Files
import Glibc
import TestSupport
import Testing

@Suite struct FileStampTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(Array("one".utf8), to: "file")
    chmod(folder.file("file"), 0o600)
  }

  private func stamp() throws -> FileStamp { try FileStamp(of: folder.file("file")) }

  @Test func `a file that nobody touched has the stamp that it had`() throws {
    let stamp = try stamp()
    #expect(try self.stamp() == stamp)
    let read = try DurableFile(path: folder.file("file")).stampedBytes(atMost: 3)
    #expect(read.bytes == Array("one".utf8))
    #expect(read.stamp == stamp)
    #expect(stamp.size == 3 && stamp.isOwn && stamp.isOwnerOnly)
  }

  @Test func `other bytes, another file in its place and other rights are noticed`() throws {
    let first = try stamp()
    try folder.write(Array("four".utf8), to: "file")
    let second = try stamp()
    #expect(second != first && second.isSameFile(as: first))
    try folder.write(Array("five".utf8), to: "other")
    rename(folder.file("other"), folder.file("file"))
    let third = try stamp()
    #expect(third != second && !third.isSameFile(as: second))
    chmod(folder.file("file"), 0o640)
    #expect(try stamp() != third)
    #expect(try !stamp().isOwnerOnly)
  }

  @Test func `a file that is missing, too long or a folder is not read`() throws {
    let file = DurableFile(path: folder.file("file"))
    #expect(throws: FileFailure.tooLong(limit: 2)) { try file.stampedBytes(atMost: 2) }
    #expect(throws: FileFailure.system(code: EISDIR)) {
      try DurableFile(path: folder.path).stampedBytes(atMost: 9)
    }
    unlink(folder.file("file"))
    #expect(throws: FileFailure.system(code: ENOENT)) { try file.stampedBytes(atMost: 9) }
    #expect(throws: FileFailure.system(code: ENOENT)) { try stamp() }
  }
}
