internal import AcquisLedger
internal import Events
internal import Glibc

/// Reads a file named on the command line by lines; needs memory for the longest line only.
struct InputLines: ~Copyable {
  /// The file's path, for messages.
  let path: String
  private let descriptor: Int32
  private var chunk: [UInt8] = []
  private var start = 0
  private static let step = 1 << 18

  /// Opens the file; `-` is standard input.
  ///
  /// - Throws: ``Failure/input(_:)`` naming the file.
  init(_ path: String) throws(Failure) {
    self.path = path
    descriptor = unsafe path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .input(.system(errno).at(path)) }
  }

  deinit { if descriptor != STDIN_FILENO { close(descriptor) } }

  /// The next line with its newline; without one at the file's last line, or after `limit` bytes; empty at
  /// the file's end.
  mutating func next(atMost limit: Int) throws(Failure) -> [UInt8] {
    var line: [UInt8] = []
    while true {
      let rest = chunk[start...].prefix(limit - line.count)
      if let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
        line += chunk[start...end]
        start = end + 1
        return line
      }
      line += rest
      start += rest.count
      if line.count == limit { return line }
      guard try refill() else { return line }
    }
  }

  /// Reads the next bytes of the file.
  ///
  /// - Returns: false at the file's end.
  private mutating func refill() throws(Failure) -> Bool {
    if chunk.count < Self.step { chunk = [UInt8](repeating: 0, count: Self.step) }
    start = 0
    while true {
      let count = unsafe read(descriptor, &chunk, Self.step)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        chunk = []
        throw .input(.system(errno).at(path))
      }
      chunk.removeLast(chunk.count - count)
      return count > 0
    }
  }
}
