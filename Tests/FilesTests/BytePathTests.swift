import Files
import Glibc
import TestSupport
import Testing

@Suite struct BytePathTests {
  @Test func `a file is opened by the bytes that its folder lists, whatever they are`() throws {
    let folder = try TemporaryFolder()
    try folder.write([7], to: "plain")
    // `é.csv` in Latin-1, which is not UTF-8.
    let name = folder.file("").utf8.map { CChar(bitPattern: $0) } + [-23, 46, 99, 115, 118, 0]
    #expect(rename(folder.file("plain"), name) == 0)
    let names = BytePath(folder.path).names
    #expect(names.map(\.text) == ["\u{FFFD}.csv"])
    let listed = try #require(names.first)
    let descriptor = try BytePath(folder.path).appending(listed).opened()
    defer { close(descriptor) }
    var byte: UInt8 = 0
    #expect(read(descriptor, &byte, 1) == 1)
    #expect(byte == 7)
    #expect(throws: FileFailure.system(code: ENOENT)) {
      try BytePath(folder.path).appending(BytePath(listed.text)).opened()
    }
  }

  @Test func `a folder is told from a file and from nothing`() throws {
    let folder = try TemporaryFolder()
    try folder.write([1], to: "file")
    #expect(BytePath(folder.path).isFolder)
    #expect(!BytePath(folder.file("file")).isFolder)
    #expect(!BytePath(folder.file("absent")).isFolder)
    #expect(BytePath(folder.file("absent")).names.isEmpty)
  }
}
