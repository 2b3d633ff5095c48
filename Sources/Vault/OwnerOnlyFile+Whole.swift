package import Cryptography
internal import Glibc

extension OwnerOnlyFile {
  /// Makes the file, name and all on the disk when this answers: whole, or not at all.
  ///
  /// It has no name before it is whole: a process that is killed leaves nothing behind. Where the file
  /// system cannot do that, it is written under another name, which ``clearDrafts()`` clears.
  ///
  /// - Parameter mode: who may use it; others than its owner only where it holds nothing secret.
  /// - Throws: ``VaultFailure/alreadyThere``, and the system's failures; nothing is left then, or the
  ///   whole file where only its name could not be made to last.
  package func createWhole(
    _ contents: borrowing SecretBytes, mode: UInt32 = 0o600
  ) throws(VaultFailure) {
    guard try createNameless(contents, mode: mode) else {
      return try createByName(contents, mode: mode)
    }
    try syncFolder()
  }

  /// - Returns: false where this system makes no file without a name.
  private func createNameless(
    _ contents: borrowing SecretBytes, mode: UInt32
  ) throws(VaultFailure) -> Bool {
    // O_TMPFILE, which is no plain constant in C.
    let nameless: Int32 = 0o20_000_000 | O_DIRECTORY
    let descriptor = open(folder, nameless | O_WRONLY | O_CLOEXEC, mode)
    guard descriptor >= 0 else {
      if [EOPNOTSUPP, EISDIR, EINVAL].contains(errno) { return false }
      throw .of(errno: errno)
    }
    defer { close(descriptor) }
    guard Self.fill(descriptor, contents) else { throw .of(errno: errno) }
    let source = "/proc/self/fd/\(descriptor)"
    guard linkat(AT_FDCWD, source, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0 else {
      if errno == ENOENT { return false }
      throw .of(errno: errno)
    }
    return true
  }

  /// ``createWhole(_:mode:)`` by a draft that has a name.
  package func createByName(
    _ contents: borrowing SecretBytes, mode: UInt32 = 0o600
  ) throws(VaultFailure) {
    let draft = OwnerOnlyFile(path: "\(path).new-\(getpid())")
    draft.remove()
    try draft.create(contents, mode: mode)
    defer { draft.remove() }
    guard link(draft.path, path) == 0 else { throw .of(errno: errno) }
    try syncFolder()
  }

  /// Puts other contents in the file's place, on the disk when this answers: at every moment there are
  /// either the old ones or the new.
  ///
  /// The caller holds a lock: there is one draft, and the next call replaces what a killed one left.
  ///
  /// - Throws: the system's failures; the old contents are left then, or the new where only the name
  ///   could not be made to last.
  package func replace(
    with contents: borrowing SecretBytes, mode: UInt32 = 0o600
  ) throws(VaultFailure) {
    let draft = OwnerOnlyFile(path: path + ".new")
    draft.remove()
    try draft.create(contents, mode: mode)
    guard rename(draft.path, path) == 0 else {
      let failure = VaultFailure.of(errno: errno)
      draft.remove()
      throw failure
    }
    try syncFolder()
  }

  /// Removes the drafts that killed processes left under names of their own, `.new-` and a number.
  ///
  /// The caller holds the lock under which such drafts are made.
  package func clearDrafts() {
    guard let entries = opendir(folder) else { return }
    defer { closedir(entries) }
    let start = (path.split(separator: "/").last.map(String.init) ?? path) + ".new-"
    while let entry = readdir(entries) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard name.hasPrefix(start), Int32(name.dropFirst(start.count)) != nil else { continue }
      unlink("\(folder)/\(name)")
    }
  }

  /// Runs a step while no other process runs one under the same file's lock; a folder has one too.
  ///
  /// - Parameter patience: for how many seconds another process is waited for.
  /// - Throws: ``VaultFailure/busy(seconds:)``, the system's failures, and what the step throws.
  package func locked<Value>(patience: Int, _ step: () throws -> Value) throws -> Value {
    try whileLocked(patience: patience) { Result { try step() } }.get()
  }

  /// As ``locked(patience:_:)``, for a step that does not throw.
  package func whileLocked<Value>(
    patience: Int, _ step: () -> Value
  ) throws(VaultFailure) -> Value {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw errno == ENOENT ? VaultFailure.missing : VaultFailure.of(errno: errno)
    }
    defer { close(descriptor) }
    let deadline = Self.now() + Int64(patience) * 1_000
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      guard errno == EWOULDBLOCK else { throw VaultFailure.of(errno: errno) }
      guard Self.now() < deadline else { throw VaultFailure.busy(seconds: patience) }
      usleep(20_000)
    }
    return step()
  }

  /// Milliseconds of a clock that nobody sets.
  private static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
  }
}
