internal import Files
internal import Glibc

/// A file whose name is taken away as soon as it is open: a child process's standard stream, of any length,
/// of which a killed process leaves nothing.
struct NamelessFile: ~Copyable {
  let number: Int32

  /// - Parameters:
  ///   - folder: a folder that only this user may enter.
  ///   - bytes: what is read from it first.
  init(in folder: String, holding bytes: [UInt8] = []) throws(FileFailure) {
    let path = "\(folder)/nameless"
    number = unsafe open(path, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
    guard number >= 0 else { throw .system(code: errno) }
    unsafe unlink(path)
    var rest = bytes[...]
    while !rest.isEmpty {
      let (count, code) = unsafe rest.withUnsafeBytes {
        unsafe (write(number, $0.baseAddress, $0.count), errno)
      }
      if count < 0, code == EINTR { continue }
      guard count > 0 else { throw .system(code: count < 0 ? code : EIO) }
      rest = rest.dropFirst(count)
    }
    lseek(number, 0, SEEK_SET)
  }

  deinit { close(number) }

  /// Everything in it.
  func bytes() throws(FileFailure) -> [UInt8] {
    var facts = stat()
    guard unsafe fstat(number, &facts) == 0 else { throw .system(code: errno) }
    var bytes = [UInt8](repeating: 0, count: Int(facts.st_size))
    var done = 0
    while done < bytes.count {
      let (count, code) = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe (
          pread(number, buffer.baseAddress?.advanced(by: done), buffer.count - done, done), errno
        )
      }
      if count < 0, code == EINTR { continue }
      guard count > 0 else { throw .system(code: count < 0 ? code : EIO) }
      done += count
    }
    return bytes
  }
}
