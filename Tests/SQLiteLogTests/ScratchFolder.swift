import Glibc
import TestFolders

/// A ``Scratch`` that a suite's tests share.
final class ScratchFolder {
  private let scratch: Scratch
  var path: String { scratch.path }

  init() throws { scratch = try Scratch() }

  func remove(_ name: String) {
    for suffix in ["", "-wal", "-shm"] { unlink(scratch.file(name + suffix)) }
  }
}
