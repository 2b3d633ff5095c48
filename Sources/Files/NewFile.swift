internal import Glibc

/// A file that appears under its name complete and durable, or not at all.
///
/// ```swift
/// var file = try NewFile("copy.jsonl")
/// try file.write(bytes)
/// try file.keep()
/// ```
///
/// It has no name until every byte is on the disk (`O_TMPFILE`), so a killed process leaves
/// nothing. On a file system without unnamed files it is written as `<path>.new-<process id>`
/// (``DurableFile/clearDrafts()``). An existing file is never overwritten.
public struct NewFile: ~Copyable {
  /// The name it will have.
  public let path: String
  private let descriptor: Descriptor
  /// The path of the temporary file; nil for an unnamed one.
  private let draft: String?
  private var waiting: [UInt8] = []

  /// Starts a file.
  ///
  /// - Parameters:
  ///   - mode: the permission bits, before the process's umask.
  ///   - isNamed: whether to use a named temporary file even if the file system has unnamed ones.
  /// - Throws: ``FileFailure``, with `isAlreadyThere` if something is at the path.
  public init(_ path: String, mode: UInt32 = 0o644, isNamed: Bool = false) throws(FileFailure) {
    guard !Folder.exists(path) else { throw .system(code: EEXIST) }
    let isNameless = !isNamed && Self.hasNamelessFiles(Folder.of(path))
    let draft = isNameless ? nil : "\(path).new-\(getpid())"
    let descriptor = try Self.started(draft, in: Folder.of(path), mode)
    self.path = path
    self.descriptor = descriptor
    self.draft = draft
  }

  private static func started(
    _ draft: String?, in folder: String, _ mode: UInt32
  ) throws(FileFailure) -> Descriptor {
    guard let draft else { return try Descriptor(folder, nameless | O_WRONLY, mode: mode) }
    unsafe unlink(draft)
    return try Descriptor(draft, O_CREAT | O_EXCL | O_WRONLY, mode: mode)
  }

  deinit { if let draft { unsafe unlink(draft) } }

  /// `O_TMPFILE`, a macro that Swift does not import.
  private static let nameless: Int32 = 0o20_000_000 | O_DIRECTORY

  /// Whether the folder's file system has unnamed files that can be linked through `/proc`.
  private static func hasNamelessFiles(_ folder: String) -> Bool {
    guard let descriptor = try? Descriptor(folder, nameless | O_WRONLY, mode: 0o600) else {
      return false
    }
    return Folder.exists(place(of: descriptor))
  }

  /// The path of an open file in `/proc`.
  private static func place(of descriptor: borrowing Descriptor) -> String {
    "/proc/self/fd/\(descriptor.number)"
  }

  /// Appends bytes; they are buffered and written in pieces of 256 KiB.
  public mutating func write(_ bytes: [UInt8]) throws(FileFailure) {
    waiting += bytes
    if waiting.count >= 1 << 18 { try flush() }
  }

  /// Appends bytes without copying them into the buffer, as for a secret.
  public mutating func write(_ bytes: UnsafeRawBufferPointer) throws(FileFailure) {
    try flush()
    try unsafe descriptor.write(bytes)
  }

  private mutating func flush() throws(FileFailure) {
    try unsafe waiting.span.withUnsafeBytes { (bytes) throws(FileFailure) in
      try unsafe descriptor.write(bytes)
    }
    waiting.removeAll(keepingCapacity: true)
  }

  /// Gives the file its name; its bytes and its folder entry are on the disk when this returns.
  ///
  /// - Throws: ``FileFailure``, with `isAlreadyThere` if something was created at the path
  ///   meanwhile. No file is left then, or the complete file if only the folder could not be
  ///   synced.
  public consuming func keep() throws(FileFailure) {
    try flush()
    try descriptor.sync()
    if let draft {
      try Folder.link(draft, to: path)
    } else {
      let place = Self.place(of: descriptor)
      guard unsafe linkat(AT_FDCWD, place, AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0 else {
        throw .last
      }
    }
    try Folder.sync(Folder.of(path))
  }
}
