internal import Glibc

/// A small file at a path, put there and replaced whole or not at all, and on the disk when that is done;
/// its owner's alone, unless another mode is asked for.
///
/// What is on its way has another name beside it: `.new` for a replacement, `.new-` and the process's number
/// for a new file where the file system makes none without a name.
public struct DurableFile: Sendable {
  /// Where it lies.
  public let path: String

  public init(path: String) { self.path = path }

  /// Whether anything lies at the path, a link to nowhere included.
  public var exists: Bool { Folder.holds(path) }

  /// Whether the file is a link to another, or has a second name.
  public var isElsewhere: Bool {
    var facts = stat()
    return unsafe lstat(path, &facts) == 0
      && (facts.st_mode & S_IFMT == S_IFLNK || facts.st_nlink > 1)
  }

  /// The folder that the file lies in.
  public var folder: String { Folder.of(path) }
}

// MARK: Writing

extension DurableFile {
  /// Makes the file with these bytes, on the disk when this returns; its folder's entry is not yet. A
  /// process killed meanwhile leaves a part of it under its name: ``createWhole(_:mode:)`` does not.
  ///
  /// - Throws: ``FileFailure``, `isAlreadyThere` among them; no file is left then.
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

  /// Makes the file, name and all on the disk when this returns: whole, or not at all (``NewFile``).
  ///
  /// - Throws: ``FileFailure``, `isAlreadyThere` among them; nothing is left then, or the whole file
  ///   where only its name could not be made to last.
  public func createWhole(
    _ contents: UnsafeRawBufferPointer, mode: UInt32 = 0o600
  ) throws(FileFailure) {
    var file = try NewFile(path, mode: mode)
    try unsafe file.write(contents)
    try file.keep()
  }

  /// Puts other contents in the file's place, on the disk when this returns: at every moment there are
  /// either the old ones or the new.
  ///
  /// The caller holds a lock: there is one draft, `.new`, and the next call replaces what a killed one
  /// left.
  ///
  /// - Throws: ``FileFailure``; the old contents are left then, or the new where only the name could not
  ///   be made to last.
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

  /// Removes the file, if it is there.
  public func remove() { unsafe unlink(path) }

  /// Removes the drafts that killed processes left under names of their own, `.new-` and a number.
  ///
  /// The caller holds the lock under which such drafts are made.
  public func clearDrafts() {
    let start = Folder.name(path) + ".new-"
    for name in Folder.names(in: folder)
    where name.hasPrefix(start) && Int32(name.dropFirst(start.count)) != nil {
      unsafe unlink("\(folder)/\(name)")
    }
  }

  /// Makes the entries of the file's folder durable.
  public func syncFolder() throws(FileFailure) { try Folder.sync(folder) }
}

// MARK: Reading

extension DurableFile {
  /// The number of bytes of a file that is its owner's alone.
  ///
  /// Looks at the path without opening it: closing a descriptor of SQLite's file would let go the
  /// locks that this process holds on it.
  ///
  /// - Throws: ``FileFailure``: `isMissing`; ``FileFailure/openToOthers``; `isNotPermitted` where it is
  ///   not this user's to read.
  public func ownerOnlySize() throws(FileFailure) -> Int {
    var facts = stat()
    guard unsafe stat(path, &facts) == 0 else { throw .last }
    guard facts.st_mode & 0o077 == 0 else { throw .openToOthers }
    guard unsafe access(path, R_OK) == 0 || errno != EACCES else { throw .system(code: EACCES) }
    return Int(facts.st_size)
  }

  /// Reads the first bytes of the file into a buffer; what the file does not fill is left as it is.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileFailure) {
    _ = try unsafe Descriptor(path, O_RDONLY).read(into: buffer, from: 0)
  }

  /// The last bytes of the file, at most so many, and whether they are all of it; nil where there is
  /// no file. Whoever else may read it is not looked at; what is no file is refused.
  public func tail(
    atMost limit: Int
  ) throws(FileFailure) -> (bytes: [UInt8], isWhole: Bool)? {
    do throws(FileFailure) {
      let descriptor = try Descriptor(path, O_RDONLY)
      let size = try descriptor.fileSize()
      let start = max(0, size - limit)
      var bytes = [UInt8](repeating: 0, count: size - start)
      var span = bytes.mutableSpan
      let count = try unsafe span.withUnsafeMutableBytes { (buffer) throws(FileFailure) in
        try unsafe descriptor.read(into: buffer, from: start)
      }
      return (Array(bytes.prefix(count)), start == 0)
    } catch {
      if error.isMissing { return nil }
      throw error
    }
  }

  /// All bytes of the file.
  ///
  /// - Parameter limit: the most bytes it may have.
  /// - Throws: ``FileFailure``: `isMissing` where there is no file, a link to nowhere included;
  ///   ``FileFailure/tooLong(limit:)``.
  public func bytes(atMost limit: Int) throws(FileFailure) -> [UInt8] {
    let descriptor = try Descriptor(path, O_RDONLY)
    guard try descriptor.fileSize() <= limit else { throw .tooLong(limit: limit) }
    guard let tail = try tail(atMost: limit) else { throw .system(code: ENOENT) }
    return tail.bytes
  }

  /// Runs a step while no other process runs one under the same file's lock; a folder has one too.
  ///
  /// - Parameter patience: for how many seconds another process is waited for.
  /// - Throws: ``FileFailure``, and what the step throws.
  public func locked<Value>(patience: Int, _ step: () throws -> Value) throws -> Value {
    let lock = try FileLock(path, patience: patience)
    return try withExtendedLifetime(lock) { try step() }
  }
}
