internal import Glibc

/// A small file that is created and replaced atomically and durably, readable by its owner only
/// unless another mode is given.
///
/// Temporary files are in the same folder: `<path>.new` during a replacement, `<path>.new-<pid>`
/// during a creation on a file system without unnamed files (`O_TMPFILE`).
public struct DurableFile: Sendable {
  public let path: String

  /// Does not touch the file.
  public init(path: String) { self.path = path }

  /// Whether anything is at the path, including a dangling symbolic link.
  public var exists: Bool { Folder.exists(path) }

  /// Whether the path is a symbolic link or the file has several hard links.
  public var isLinked: Bool {
    var facts = stat()
    return unsafe lstat(path, &facts) == 0
      && (facts.st_mode & S_IFMT == S_IFLNK || facts.st_nlink > 1)
  }

  /// The file's folder.
  public var folder: String { Folder.of(path) }
}

// MARK: Writing

extension DurableFile {
  /// Creates the file. Its bytes are on the disk when this returns; its folder entry is not yet.
  ///
  /// A process killed meanwhile leaves an incomplete file; ``createWhole(_:mode:)`` does not.
  ///
  /// - Throws: ``FileFailure``, with `isAlreadyThere` if the file exists; no new file is left then.
  public func create(_ contents: UnsafeRawBufferPointer, mode: UInt32 = 0o600) throws(FileFailure) {
    let descriptor = try Descriptor(path, O_CREAT | O_EXCL | O_WRONLY, mode: mode)
    do throws(FileFailure) {
      try unsafe descriptor.write(contents)
      try descriptor.sync()
    } catch {
      remove()
      throw error
    }
  }

  /// Creates the file atomically (``NewFile``). Its bytes and its folder entry are on the disk when
  /// this returns.
  ///
  /// - Throws: ``FileFailure``, with `isAlreadyThere` if the file exists. No new file is left then,
  ///   or the complete file if only the folder could not be synced.
  public func createWhole(
    _ contents: UnsafeRawBufferPointer, mode: UInt32 = 0o600
  ) throws(FileFailure) {
    var file = try NewFile(path, mode: mode)
    try unsafe file.write(contents)
    try file.keep()
  }

  /// Replaces the file's contents atomically and durably.
  ///
  /// The caller holds a lock: all calls use the same temporary file, `<path>.new`, and remove the
  /// one that a killed process left.
  ///
  /// - Throws: ``FileFailure``; the old contents remain then, or the new ones if only the folder
  ///   could not be synced.
  public func replace(
    with contents: UnsafeRawBufferPointer, mode: UInt32 = 0o600
  ) throws(FileFailure) {
    let draft = DurableFile(path: path + ".new")
    draft.remove()
    try unsafe draft.create(contents, mode: mode)
    do throws(FileFailure) { try Folder.move(draft.path, to: path) } catch {
      draft.remove()
      throw error
    }
    try syncFolder()
  }

  /// Removes the file if it exists; errors are ignored.
  public func remove() { unsafe unlink(path) }

  /// Removes the temporary files `<path>.new` and `<path>.new-<process id>` that killed processes left.
  ///
  /// The caller holds the lock under which such files are created.
  public func clearDrafts() {
    DurableFile(path: path + ".new").remove()
    let start = Folder.name(path) + ".new-"
    for name in Folder.names(in: folder)
    where name.hasPrefix(start) && Int32(name.dropFirst(start.count)) != nil {
      unsafe unlink("\(folder)/\(name)")
    }
  }

  /// Makes the file's folder entry durable.
  public func syncFolder() throws(FileFailure) { try Folder.sync(folder) }
}

// MARK: Reading

extension DurableFile {
  /// The file's size in bytes, after checking that only its owner has access.
  ///
  /// Does not open the file: closing a descriptor of an SQLite file would release the POSIX locks
  /// that this process holds on it. What is read besides is read through ``OwnerOnlyFile``.
  ///
  /// - Throws: ``FileFailure``: `isMissing`; ``FileFailure/openToOthers``; `isNotPermitted` if this
  ///   user may not read it.
  public func ownerOnlySize() throws(FileFailure) -> Int {
    var facts = stat()
    guard unsafe stat(path, &facts) == 0 else { throw .last }
    guard facts.st_mode & 0o077 == 0 else { throw .openToOthers }
    guard unsafe access(path, R_OK) == 0 || errno != EACCES else { throw .system(code: EACCES) }
    return Int(facts.st_size)
  }

  /// The last bytes of the file, at most `limit`, and whether they are the whole file; nil if there
  /// is none. Does not check the access rights of others.
  ///
  /// - Throws: ``FileFailure/system(code:)``, also if the path is not a regular file.
  public func tail(
    atMost limit: Int
  ) throws(FileFailure) -> (bytes: [UInt8], isWhole: Bool)? {
    do throws(FileFailure) {
      let descriptor = try Descriptor(path, O_RDONLY)
      let size = try descriptor.fileSize()
      let start = max(0, size - limit)
      return (try descriptor.bytes(from: start, atMost: size - start), start == 0)
    } catch {
      if error.isMissing { return nil }
      throw error
    }
  }

  /// Reads the whole file.
  ///
  /// - Parameter limit: the largest size accepted, in bytes.
  /// - Throws: ``FileFailure``: `isMissing` if there is no file, including a dangling symbolic
  ///   link; ``FileFailure/tooLong(limit:)``.
  public func bytes(atMost limit: Int) throws(FileFailure) -> [UInt8] {
    let descriptor = try Descriptor(path, O_RDONLY)
    let size = try descriptor.fileSize()
    guard size <= limit else { throw .tooLong(limit: limit) }
    return try descriptor.bytes(from: 0, atMost: size)
  }

  /// Runs a closure while holding the lock of this file or folder (``FileLock``).
  ///
  /// - Parameter timeout: how long to wait for another process, in seconds.
  /// - Throws: ``FileFailure``, and what the closure throws.
  public func locked<Value>(timeout: Int, _ step: () throws -> Value) throws -> Value {
    let lock = try FileLock(path, timeout: timeout)
    return try withExtendedLifetime(lock) { try step() }
  }
}
