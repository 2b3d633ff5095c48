package import Cryptography
internal import Glibc

/// A file that its owner alone may read and write.
package struct OwnerOnlyFile: Sendable {
  package let path: String

  package init(path: String) { self.path = path }

  /// Whether anything lies at the path, a link to nowhere included.
  package var exists: Bool {
    var status = stat()
    return lstat(path, &status) == 0
  }

  /// Whether the file is a link to another, or has a second name.
  package var isElsewhere: Bool {
    var status = stat()
    return lstat(path, &status) == 0 && (status.st_mode & S_IFMT == S_IFLNK || status.st_nlink > 1)
  }

  /// Makes the file with these bytes, on the disk when this answers; its folder's entry is not yet.
  ///
  /// - Parameter mode: who may use it; others than its owner only where it holds nothing secret.
  /// - Throws: ``VaultFailure/alreadyThere``, and the system's failures; no file is left then.
  package func create(
    _ contents: borrowing SecretBytes, mode: UInt32 = 0o600
  ) throws(VaultFailure) {
    let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw .of(errno: errno) }
    defer { close(descriptor) }
    guard Self.fill(descriptor, contents) else {
      let failure = VaultFailure.of(errno: errno)
      remove()
      throw failure
    }
  }

  /// Writes the bytes, on the disk when this returns true.
  static func fill(_ descriptor: Int32, _ contents: borrowing SecretBytes) -> Bool {
    let isWritten = contents.withBytes { bytes in
      var left = bytes
      while !left.isEmpty {
        let count = write(descriptor, left.baseAddress, left.count)
        if count < 0, errno == EINTR { continue }
        guard count >= 0 else { return false }
        left = UnsafeRawBufferPointer(rebasing: left.dropFirst(count))
      }
      return true
    }
    return isWritten && fsync(descriptor) == 0
  }

  /// Removes the file, if it is there.
  package func remove() { unlink(path) }

  /// The number of bytes of the file.
  ///
  /// Looks at the path without opening it: closing a descriptor of SQLite's file would let go the
  /// locks that this process holds on it.
  ///
  /// - Throws: `missing` where there is no file; ``VaultFailure/openToOthers(_:)``,
  ///   ``VaultFailure/notReadable``.
  package func checkedSize(
    as file: VaultFailure.File, missing: VaultFailure
  ) throws(VaultFailure) -> Int {
    var status = stat()
    guard stat(path, &status) == 0 else {
      switch errno {
      case ENOENT: throw missing
      case EACCES, EPERM: throw .notReadable
      default: throw .of(errno: errno)
      }
    }
    guard status.st_mode & 0o077 == 0 else { throw .openToOthers(file) }
    guard access(path, R_OK) == 0 || errno != EACCES else { throw .notReadable }
    return Int(status.st_size)
  }

  /// The first bytes of the file, zeros after its end.
  package func read(count: Int) throws(VaultFailure) -> SecretBytes {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw .system(code: Int(errno), String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    return try SecretBytes(count: count) { (buffer) throws(VaultFailure) in
      var done = 0
      while done < count {
        let more = Glibc.read(descriptor, buffer.baseAddress?.advanced(by: done), count - done)
        if more < 0, errno == EINTR { continue }
        guard more >= 0 else { throw .of(errno: errno) }
        if more == 0 { return }
        done += more
      }
    }
  }

  /// The last bytes of the file, at most so many, and whether they are all of it; nil where there is
  /// no file. Whoever else may read it is not looked at.
  package func tail(
    atMost limit: Int
  ) throws(VaultFailure) -> (bytes: [UInt8], isWhole: Bool)? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw .of(errno: errno)
    }
    defer { close(descriptor) }
    let size = lseek(descriptor, 0, SEEK_END)
    guard size >= 0 else { throw .of(errno: errno) }
    let start = max(0, size - limit)
    var bytes = [UInt8](repeating: 0, count: size - start)
    var done = 0
    while done < bytes.count {
      let (from, left) = (done, bytes.count - done)
      let more = bytes.withUnsafeMutableBytes { buffer in
        pread(descriptor, buffer.baseAddress?.advanced(by: from), left, start + from)
      }
      if more < 0, errno == EINTR { continue }
      guard more >= 0 else { throw .of(errno: errno) }
      if more == 0 { break }
      done += more
    }
    return (Array(bytes.prefix(done)), start == 0)
  }

  /// The folder that the file lies in.
  package var folder: String {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    return slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
  }

  /// Makes the entries of the file's folder durable.
  package func syncFolder() throws(VaultFailure) {
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .of(errno: errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .of(errno: errno) }
  }
}
