import Files
import Glibc
import TestSupport
import Testing

@Suite struct FileStampTests {
  private let place: TemporaryLedger
  private let file: DurableFile

  init() throws {
    place = try TemporaryLedger()
    try place.write("one", "")
    file = DurableFile(path: place.path)
  }

  private func stamp() throws -> FileStamp { try FileStamp(of: place.path) }

  @Test func `a file that nobody touched has the stamp that it had`() throws {
    let stamp = try stamp()
    #expect(try self.stamp() == stamp)
    let read = try file.stampedBytes(atMost: 3)
    #expect(read.bytes == Array("one".utf8))
    #expect(read.stamp == stamp)
    #expect(stamp.size == 3 && stamp.isOwn && stamp.isOwnerOnly)
  }

  @Test func `other bytes, another file in its place and other rights are noticed`() throws {
    let first = try stamp()
    try place.write("four", "")
    let second = try stamp()
    #expect(second != first && second.isSameFile(as: first))
    try place.write("five", ".other")
    rename(place.path + ".other", place.path)
    let third = try stamp()
    #expect(third != second && !third.isSameFile(as: second))
    chmod(place.path, 0o640)
    #expect(try stamp() != third)
    #expect(try !stamp().isOwnerOnly)
  }

  @Test func `a file that is missing, too long or a folder is not read`() throws {
    #expect(throws: FileFailure.tooLong(limit: 2)) { try file.stampedBytes(atMost: 2) }
    #expect(throws: FileFailure.system(code: EISDIR)) {
      try DurableFile(path: place.folder).stampedBytes(atMost: 9)
    }
    unlink(place.path)
    #expect(throws: FileFailure.system(code: ENOENT)) { try file.stampedBytes(atMost: 9) }
    #expect(throws: FileFailure.system(code: ENOENT)) { try stamp() }
  }
}
