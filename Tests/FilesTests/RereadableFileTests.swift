import Files
import Glibc
import TestSupport
import Testing

/// Files read several times, and files for the work of one process.
final class RereadableFileTests: Sendable {
  private let folder: TemporaryFolder
  private let contents = (0..<600_000).map { UInt8(truncatingIfNeeded: $0 * $0 >> 3) }

  init() throws { folder = try TemporaryFolder() }

  @Test func `a file is read at any place, and a change of it is noticed`() throws {
    try folder.write(contents, to: "facts")
    let file = try RereadableFile(folder.file("facts"), copyingTo: folder.path)
    #expect(try file.bytes(from: 0, atMost: 700_000) == contents)
    #expect(try file.bytes(from: 599_990, atMost: 20) == contents.suffix(10))
    #expect(try file.bytes(from: 600_000, atMost: 20).isEmpty)
    #expect(try !file.isChanged)
    try folder.write(contents + [1], to: "facts")
    #expect(try file.isChanged)
  }

  @Test func `what a pipe gives is read twice, and no name of it is left`() throws {
    let path = folder.file("pipe")
    #expect(mkfifo(path, 0o600) == 0)
    let contents = contents
    try withThread {
      let pipe = open(path, O_WRONLY)
      var rest = contents[...]
      while !rest.isEmpty {
        let count = rest.withUnsafeBytes { write(pipe, $0.baseAddress, min($0.count, 5000)) }
        if count <= 0 { break }
        rest = rest.dropFirst(count)
      }
      close(pipe)
    } during: {
      let file = try RereadableFile(path, copyingTo: folder.path)
      for _ in 0..<2 { #expect(try file.bytes(from: 0, atMost: 700_000) == contents) }
      #expect(folder.names == ["pipe"])
      #expect(try !file.isChanged)
    }
  }

  @Test func `a folder is no file, and what is not there is missing`() throws {
    #expect(throws: FileFailure.system(code: EISDIR)) {
      try RereadableFile(folder.path, copyingTo: folder.path)
    }
    #expect(throws: FileFailure.system(code: ENOENT)) {
      try RereadableFile(folder.file("none"), copyingTo: folder.path)
    }
  }

  @Test func `a scratch file is for its owner alone and has no name`() throws {
    let file = try ScratchFile(in: folder.path)
    for start in stride(from: 0, to: contents.count, by: 70_001) {
      try file.write(contents[start...].prefix(70_001))
    }
    try file.flush()
    #expect(file.count == contents.count)
    #expect(try file.bytes(from: 0, atMost: 700_000) == contents)
    #expect(try file.bytes(from: 300_000, atMost: 3) == Array(contents[300_000..<300_003]))
    #expect(folder.names.isEmpty)
    #expect(throws: FileFailure.self) { try ScratchFile(in: folder.file("none")) }
  }

  /// Runs a step while a thread runs another, and waits for both.
  private func withThread(
    _ other: @escaping @Sendable () -> Void, during step: () throws -> Void
  ) throws {
    let box = Unmanaged.passRetained(Closure(other))
    var thread = pthread_t()
    let started = pthread_create(
      &thread, nil,
      { pointer in
        if let pointer { Unmanaged<Closure>.fromOpaque(pointer).takeRetainedValue().run() }
        return nil
      }, box.toOpaque())
    try #require(started == 0)
    defer { pthread_join(thread, nil) }
    try step()
  }
}

/// A closure that a thread is given.
private final class Closure: Sendable {
  let run: @Sendable () -> Void

  init(_ run: @escaping @Sendable () -> Void) { self.run = run }
}
