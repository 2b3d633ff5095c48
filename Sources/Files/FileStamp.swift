internal import Glibc

/// What identifies one state of a file, by which a reader notices that it was changed or replaced, and who may
/// use it.
public struct FileStamp: Hashable, Sendable {
  private let device: UInt
  private let inode: UInt
  /// In bytes.
  public let size: Int
  private let modified: Moment
  /// A replacement by `rename` changes it too.
  private let changed: Moment
  private let owner: UInt32
  private let mode: UInt32

  private struct Moment: Hashable {
    let seconds: Int
    let nanoseconds: Int

    init(_ time: timespec) {
      seconds = time.tv_sec
      nanoseconds = time.tv_nsec
    }
  }

  init(_ facts: stat) {
    device = UInt(facts.st_dev)
    inode = UInt(facts.st_ino)
    size = Int(facts.st_size)
    modified = Moment(facts.st_mtim)
    changed = Moment(facts.st_ctim)
    owner = facts.st_uid
    mode = facts.st_mode
  }

  /// The stamp of the file at a path; a symbolic link is followed. Does not open the file.
  ///
  /// - Throws: ``FileFailure``: `isMissing` if nothing is there.
  public init(of path: String) throws(FileFailure) {
    var facts = stat()
    guard unsafe stat(path, &facts) == 0 else { throw .last }
    self.init(facts)
  }

  /// Whether it belongs to the user that this process acts as.
  public var isOwn: Bool { owner == geteuid() }

  /// Whether its owner alone may read, write and execute it.
  public var isOwnerOnly: Bool { mode & 0o077 == 0 }

  /// Whether two stamps are of one file, in whatever states.
  public func isSameFile(as other: FileStamp) -> Bool {
    device == other.device && inode == other.inode
  }
}

extension DurableFile {
  /// Reads the whole file, with the stamp of what was read.
  ///
  /// - Parameter limit: the largest size accepted, in bytes.
  /// - Throws: ``FileFailure``: `isMissing` if there is no file; ``FileFailure/tooLong(limit:)``.
  public func stampedBytes(
    atMost limit: Int
  ) throws(FileFailure) -> (bytes: [UInt8], stamp: FileStamp) {
    // Not waited for, if something else than a file was put there.
    let descriptor = try Descriptor(path, O_RDONLY | O_NONBLOCK)
    guard try descriptor.fileSize() <= limit else { throw .tooLong(limit: limit) }
    let stamp = FileStamp(try descriptor.facts())
    // A byte more than the stamp says: what was appended meanwhile is not mistaken for the end.
    return (try descriptor.bytes(from: 0, atMost: stamp.size + 1), stamp)
  }
}
