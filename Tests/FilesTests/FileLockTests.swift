import Files
import Glibc
import TestSupport
import Testing

@Suite struct FileLockTests {
  @Test func `one process holds a lock at a time, and a failed wait names its seconds`() throws {
    let folder = try TemporaryFolder()
    try folder.write([1], to: "lock")
    func hold() throws {
      let lock = try FileLock(folder.file("lock"))
      let (isStill, isOwn) = (lock.isCurrent(at: folder.file("lock")), lock.isWritableByOwnerOnly)
      #expect(isStill && isOwn)
      #expect(throws: FileFailure.busy(seconds: 0)) {
        _ = try FileLock(folder.file("lock"), timeout: 0)
      }
      unlink(folder.file("lock"))
      let isStillNow = lock.isCurrent(at: folder.file("lock"))
      #expect(!isStillNow)
    }
    try hold()
    #expect(throws: FileFailure.system(code: ENOENT)) { _ = try FileLock(folder.file("lock")) }
    try folder.write([1], to: "lock")
    _ = try FileLock(folder.file("lock"), timeout: 0)
  }

  @Test func `a folder's lock is not reached through a link`() throws {
    let folder = try TemporaryFolder()
    #expect(symlink(folder.path, folder.file("link")) == 0)
    #expect(throws: FileFailure.self) { _ = try FileLock(folder.file("link"), isFolder: true) }
    _ = try FileLock(folder.path, isFolder: true)
  }
}
