internal import Glibc

/// An open file or folder; closed with this value, which lets its lock go.
struct Descriptor: ~Copyable {
  let number: Int32

  /// - Throws: ``FileFailure`` where the system does not open it.
  init(_ path: String, _ flags: Int32, mode: mode_t = 0) throws(FileFailure) {
    let number = unsafe open(path, flags | O_CLOEXEC, mode)
    guard number >= 0 else { throw .last }
    self.number = number
  }

  deinit { close(number) }

  /// The number of bytes of a file.
  ///
  /// - Throws: `EISDIR` for a folder, `EINVAL` for what is no file either.
  func fileSize() throws(FileFailure) -> Int {
    var facts = stat()
    guard unsafe fstat(number, &facts) == 0 else { throw .last }
    switch facts.st_mode & S_IFMT {
    case S_IFREG: return Int(facts.st_size)
    case S_IFDIR: throw .system(code: EISDIR)
    default: throw .system(code: EINVAL)
    }
  }

  /// Writes all of the bytes.
  func write(_ bytes: UnsafeRawBufferPointer) throws(FileFailure) {
    var rest = unsafe bytes
    while unsafe !rest.isEmpty {
      let count = unsafe Glibc.write(number, rest.baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .last }
      unsafe rest = unsafe UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
    }
  }

  /// Reads from an offset until the buffer is full or the file ends.
  ///
  /// - Returns: how many bytes were read.
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

  /// Makes what was written last: on the disk when this returns.
  func sync() throws(FileFailure) {
    guard fsync(number) == 0 else { throw .last }
  }
}
