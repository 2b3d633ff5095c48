import Files
import Glibc
import TestSupport
import Testing

/// Files of secrets, which change while they are read.
final class OwnerOnlyFileTests: Sendable {
  private let folder: TemporaryFolder
  private let file: DurableFile

  init() throws {
    folder = try TemporaryFolder()
    file = DurableFile(path: folder.file("centre.key"))
  }

  private func make(_ text: String, mode: mode_t = 0o600) throws {
    try folder.write(Array(text.utf8), to: "centre.key")
    chmod(file.path, mode)
  }

  private func buffer(of file: borrowing OwnerOnlyFile) throws -> [UInt8] {
    let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: 4, alignment: 1)
    defer { bytes.deallocate() }
    bytes.initializeMemory(as: UInt8.self, repeating: 9)
    try file.read(into: bytes)
    return Array(bytes)
  }

  @Test func `a buffer takes the file's first bytes, and keeps the rest of its own`() throws {
    try make("ab")
    let opened = try OwnerOnlyFile(file)
    let (size, bytes, buffer) = (opened.size, try opened.bytes(), try buffer(of: opened))
    #expect(size == 2)
    #expect(bytes == Array("ab".utf8))
    #expect(buffer == Array("ab".utf8) + [9, 9])
  }

  @Test func `what was opened is read, whatever takes its place or takes it away`() throws {
    try make("old")
    let opened = try OwnerOnlyFile(file)
    try folder.write(Array("newer".utf8), to: "other")
    rename(folder.file("other"), file.path)
    #expect(opened.size == 3)
    #expect(try buffer(of: opened) == Array("old".utf8) + [9])
    file.remove()
    #expect(try opened.bytes() == Array("old".utf8))
  }

  @Test func `a file that is missing, or open to others, is not read`() throws {
    #expect(throws: FileFailure.system(code: ENOENT)) { _ = try OwnerOnlyFile(file) }
    for mode: mode_t in [0o640, 0o604, 0o610, 0o644] {
      try make("ab", mode: mode)
      #expect(throws: FileFailure.openToOthers) { _ = try OwnerOnlyFile(file) }
    }
  }

  @Test func `a pipe is not waited for`() throws {
    #expect(mkfifo(file.path, 0o600) == 0)
    let opened = try OwnerOnlyFile(file)
    #expect(opened.size == 0)
  }
}
