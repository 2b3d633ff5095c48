internal import Glibc

/// A file for the work of one process: without a name, readable by its owner only, removed by the system when it
/// is closed, even by a kill.
///
/// Written from its beginning to its end, then read at any place.
public final class ScratchFile {
  private var descriptor: Descriptor?
  private var waiting: [UInt8] = []
  /// How many bytes were written.
  public private(set) var count = 0

  /// `O_TMPFILE`, a macro that Swift does not import.
  private static let nameless: Int32 = 0o20_000_000 | O_DIRECTORY
  private static let step = 1 << 18

  /// Makes an empty file. On a file system without files that have no name, one with a random name is made and
  /// its name removed at once.
  ///
  /// - Parameter folder: on whose disk it is.
  public init(in folder: String) throws(FileFailure) {
    do throws(FileFailure) {
      descriptor = try Descriptor(folder, Self.nameless | O_RDWR, mode: 0o600)
    } catch {
      guard [EOPNOTSUPP, EISDIR, EINVAL].contains(error.code) else { throw error }
      let name = String(UInt64.random(in: 0 ... .max), radix: 16)
      let path = "\(folder)/.scratch-\(name)"
      descriptor = try Descriptor(path, O_CREAT | O_EXCL | O_RDWR, mode: 0o600)
      unsafe unlink(path)
    }
  }

  /// Appends bytes; they are buffered and written in pieces of 256 KiB.
  public func write(_ bytes: some Sequence<UInt8>) throws(FileFailure) {
    let before = waiting.count
    waiting += bytes
    count += waiting.count - before
    if waiting.count >= Self.step { try flush() }
  }

  /// Writes what is buffered; to be called before the first reading.
  public func flush() throws(FileFailure) {
    let full = waiting
    try unsafe full.span.withUnsafeBytes { (bytes) throws(FileFailure) in
      try unsafe descriptor?.write(bytes)
    }
    waiting.removeAll(keepingCapacity: true)
  }

  /// The bytes written, from an offset on, at most so many; fewer only at the end of the file.
  public func bytes(from start: Int, atMost limit: Int) throws(FileFailure) -> [UInt8] {
    try descriptor?.bytes(from: start, atMost: limit) ?? []
  }

  /// The open file, to be read; this value can be used no more.
  func finished() throws(FileFailure) -> Descriptor {
    try flush()
    guard let descriptor = descriptor.take() else { throw .system(code: EBADF) }
    return descriptor
  }
}
