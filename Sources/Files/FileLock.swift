internal import Glibc

/// An exclusive lock on a file or a folder (`flock`), released on deinitialisation.
///
/// On a network drive it may exclude the processes of this machine only.
public struct FileLock: ~Copyable {
  private let descriptor: Descriptor

  /// Takes the lock without waiting.
  ///
  /// - Parameter isFolder: whether the path must be a folder and not a symbolic link.
  /// - Throws: ``FileFailure/busy(seconds:)`` if another process holds it;
  ///   ``FileFailure/system(code:)``, also if the file is missing.
  public init(_ path: String, isFolder: Bool = false) throws(FileFailure) {
    let descriptor = try Descriptor(
      path, O_RDONLY | (isFolder ? O_DIRECTORY | O_NOFOLLOW : 0))
    while flock(descriptor.number, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      throw errno == EWOULDBLOCK ? .busy(seconds: 0) : .last
    }
    self.descriptor = descriptor
  }

  /// Takes the lock, waiting while another process holds it. Tries every 20 ms.
  ///
  /// - Parameter timeout: how long to wait, in seconds.
  /// - Throws: ``FileFailure/busy(seconds:)``, ``FileFailure/system(code:)``.
  public init(_ path: String, timeout: Int) throws(FileFailure) {
    let deadline = Self.now + Int64(timeout) * 1_000
    let descriptor = try Descriptor(path, O_RDONLY)
    while flock(descriptor.number, LOCK_EX | LOCK_NB) != 0 {
      if errno == EINTR { continue }
      guard errno == EWOULDBLOCK else { throw .last }
      guard Self.now < deadline else { throw .busy(seconds: timeout) }
      usleep(20_000)
    }
    self.descriptor = descriptor
  }

  /// Whether the path still leads to the locked file, which may have been removed or replaced
  /// meanwhile.
  public func isCurrent(at path: String) -> Bool {
    var facts = (stat(), stat())
    return unsafe fstat(descriptor.number, &facts.0) == 0 && lstat(path, &facts.1) == 0
      && facts.0.st_ino == facts.1.st_ino && facts.0.st_dev == facts.1.st_dev
  }

  /// Whether the locked file belongs to this user and nobody else may write to it.
  public var isWritableByOwnerOnly: Bool {
    var facts = stat()
    return unsafe fstat(descriptor.number, &facts) == 0 && facts.st_uid == geteuid()
      && facts.st_mode & 0o022 == 0
  }

  /// Milliseconds of the monotonic clock.
  private static var now: Int64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
  }
}
