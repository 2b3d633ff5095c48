internal import Glibc

/// A file that is read at any place, any number of times.
///
/// What can be read once only, as standard input or a pipe, is first copied to a file without a name that only
/// its owner may read; the system removes that when it is closed, even by a kill.
public final class RereadableFile: Sendable {
  private let descriptor: Descriptor
  private let beginning: Stamp

  /// A file's size and the time of its last change, by which a change is noticed.
  private struct Stamp: Equatable {
    let size: Int
    let seconds: Int
    let nanoseconds: Int
  }

  /// Opens a file.
  ///
  /// - Parameters:
  ///   - path: `-` is standard input.
  ///   - folder: where what can be read once only is copied to.
  /// - Throws: ``FileFailure/system(code:)``, `EISDIR` for a folder.
  public init(_ path: String, copyingTo folder: String) throws(FileFailure) {
    let opened =
      try path == "-" ? Descriptor(duplicating: STDIN_FILENO) : Descriptor(path, O_RDONLY)
    let isRegular = try opened.isRegular
    if isRegular, path != "-" {
      beginning = try Self.stamp(of: opened)
      descriptor = opened
      return
    }
    let copy = try ScratchFile(in: folder)
    var chunk = [UInt8](repeating: 0, count: 1 << 18)
    while true {
      let count = unsafe read(opened.number, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .last }
      if count == 0 { break }
      try copy.write(chunk[..<count])
    }
    descriptor = try copy.finished()
    beginning = try Self.stamp(of: descriptor)
  }

  /// The bytes from an offset on, at most so many; fewer only at the end of the file.
  public func bytes(from start: Int, atMost limit: Int) throws(FileFailure) -> [UInt8] {
    try descriptor.bytes(from: start, atMost: limit)
  }

  /// Whether the file was changed since it was opened, so that reading it again gives something else.
  public var isChanged: Bool {
    get throws(FileFailure) { try Self.stamp(of: descriptor) != beginning }
  }

  private static func stamp(of descriptor: borrowing Descriptor) throws(FileFailure) -> Stamp {
    let facts = try descriptor.facts()
    return Stamp(
      size: Int(facts.st_size), seconds: facts.st_mtim.tv_sec,
      nanoseconds: facts.st_mtim.tv_nsec)
  }
}
