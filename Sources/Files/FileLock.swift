internal import Glibc

/// A file or a folder that one process holds at a time (`flock`), until this value goes.
///
/// On a network drive the lock may hold on one machine only.
public struct FileLock: ~Copyable {
  private let descriptor: Descriptor

  /// Takes the lock now.
  ///
  /// - Parameter isFolder: whether a folder of this user's own is expected, reached by no link.
  /// - Throws: ``FileFailure/busy(seconds:)`` where another process holds it; the system's failures, a
  ///   missing file among them.
  public init(_ path: String, isFolder: Bool = false) throws(FileFailure) {
    let descriptor = try Descriptor(
      path, O_RDONLY | (isFolder ? O_DIRECTORY | O_NOFOLLOW : 0))
    while flock(descriptor.number, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      throw errno == EWOULDBLOCK ? .busy(seconds: 0) : .last
    }
    self.descriptor = descriptor
  }

  /// Takes the lock, after waiting for whoever holds it.
  ///
  /// - Parameter patience: for how many seconds another process is waited for.
  /// - Throws: ``FileFailure/busy(seconds:)``, the system's failures.
  public init(_ path: String, patience: Int) throws(FileFailure) {
    let deadline = Self.now + Int64(patience) * 1_000
    let descriptor = try Descriptor(path, O_RDONLY)
    while flock(descriptor.number, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      guard errno == EWOULDBLOCK else { throw .last }
      guard Self.now < deadline else { throw .busy(seconds: patience) }
      usleep(20_000)
    }
    self.descriptor = descriptor
  }

  /// Whether a path still leads to what is locked: it may have been removed, or replaced, meanwhile.
  public func isStill(at path: String) -> Bool {
    var facts = (stat(), stat())
    return unsafe fstat(descriptor.number, &facts.0) == 0 && lstat(path, &facts.1) == 0
      && facts.0.st_ino == facts.1.st_ino && facts.0.st_dev == facts.1.st_dev
  }

  /// Whether what is locked is this user's, and others may not write to it.
  public var isOwnersAlone: Bool {
    var facts = stat()
    return unsafe fstat(descriptor.number, &facts) == 0 && facts.st_uid == geteuid()
      && facts.st_mode & 0o022 == 0
  }

  /// Milliseconds of a clock that nobody sets.
  private static var now: Int64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
  }
}
