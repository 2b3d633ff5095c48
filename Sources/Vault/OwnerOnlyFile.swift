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

  /// Makes the file with these bytes, on the disk when this answers; its folder's entry is not yet.
  ///
  /// - Throws: ``VaultFailure/alreadyThere``, and the system's failures; no file is left then.
  package func create(_ contents: borrowing SecretBytes) throws(VaultFailure) {
    let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .of(errno: errno) }
    defer { close(descriptor) }
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
    guard isWritten, fsync(descriptor) == 0 else {
      let failure = VaultFailure.of(errno: errno)
      remove()
      throw failure
    }
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

  /// Makes the entries of the file's folder durable.
  package func syncFolder() throws(VaultFailure) {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .of(errno: errno) }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw .of(errno: errno) }
  }
}
