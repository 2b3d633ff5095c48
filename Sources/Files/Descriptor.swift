internal import Glibc

/// An open file or folder, closed on deinitialisation, which also releases its `flock` lock.
struct Descriptor: ~Copyable {
  let number: Int32

  /// - Throws: ``FileFailure/system(code:)`` if the system does not open it.
  init(_ path: String, _ flags: Int32, mode: mode_t = 0) throws(FileFailure) {
    let number = unsafe open(path, flags | O_CLOEXEC, mode)
    guard number >= 0 else { throw .last }
    self.number = number
  }

  /// Another number for an open file, with the same place in it.
  init(duplicating open: Int32) throws(FileFailure) {
    let number = fcntl(open, F_DUPFD_CLOEXEC, 0)
    guard number >= 0 else { throw .last }
    self.number = number
  }

  deinit { close(number) }

  /// What the system knows of the file.
  func facts() throws(FileFailure) -> stat {
    var facts = stat()
    guard unsafe fstat(number, &facts) == 0 else { throw .last }
    return facts
  }

  /// Whether it is a regular file, which can be read again; false for a pipe or a device.
  ///
  /// - Throws: ``FileFailure/system(code:)``, `EISDIR` for a folder.
  var isRegular: Bool {
    get throws(FileFailure) {
      let kind = try facts().st_mode & S_IFMT
      if kind == S_IFDIR { throw .system(code: EISDIR) }
      return kind == S_IFREG
    }
  }

  /// The bytes from an offset on, at most so many; fewer only at the end of the file.
  func bytes(from start: Int, atMost limit: Int) throws(FileFailure) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: limit)
    var span = bytes.mutableSpan
    let count = try unsafe span.withUnsafeMutableBytes { (buffer) throws(FileFailure) in
      try unsafe read(into: buffer, from: start)
    }
    if count < limit { bytes.removeLast(limit - count) }
    return bytes
  }

  /// The size of a regular file in bytes.
  ///
  /// - Throws: ``FileFailure/system(code:)``: `EISDIR` for a folder, `EINVAL` for a device, a pipe
  ///   or a socket.
  func fileSize() throws(FileFailure) -> Int {
    var facts = stat()
    guard unsafe fstat(number, &facts) == 0 else { throw .last }
    switch facts.st_mode & S_IFMT {
    case S_IFREG: return Int(facts.st_size)
    case S_IFDIR: throw .system(code: EISDIR)
    default: throw .system(code: EINVAL)
    }
  }

  /// Writes all of the bytes, in several system calls if necessary.
  func write(_ bytes: UnsafeRawBufferPointer) throws(FileFailure) {
    var rest = unsafe bytes
    while unsafe !rest.isEmpty {
      let count = unsafe Glibc.write(number, rest.baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .last }
      unsafe rest = unsafe UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
    }
  }

  /// Reads from a byte offset until the buffer is full or the file ends.
  ///
  /// - Returns: the number of bytes read.
  func read(into buffer: UnsafeMutableRawBufferPointer, from start: Int) throws(FileFailure) -> Int
  {
    var done = 0
    while done < buffer.count {
      let count = unsafe pread(
        number, buffer.baseAddress?.advanced(by: done), buffer.count - done, start + done)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .last }
      if count == 0 { break }
      done += count
    }
    return done
  }

  /// Waits until what was written is on the disk (`fsync`).
  func sync() throws(FileFailure) {
    guard fsync(number) == 0 else { throw .last }
  }
}
