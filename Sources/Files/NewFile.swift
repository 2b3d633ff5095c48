internal import Glibc

/// A file that is whole and on the disk under its name, or not there at all.
///
/// ```swift
/// var file = try NewFile("copy.jsonl")
/// try file.write(bytes)
/// try file.keep()
/// ```
///
/// It has no name until every byte is on the disk, so that a killed process leaves nothing; where the
/// file system has no such files, it is written under another name beside, `.new-` and the process's
/// number (``DurableFile/clearDrafts()``). What lies there already is never written over.
public struct NewFile: ~Copyable {
  /// Its name.
  public let path: String
  private let descriptor: Descriptor
  /// The name it is written under; nil where it has none.
  private let draft: String?
  private var waiting: [UInt8] = []

  /// - Parameters:
  ///   - mode: who may read and write it.
  ///   - isNamed: whether it is written under another name even where it need not.
  /// - Throws: ``FileFailure``, `isAlreadyThere` where something lies at the path.
  public init(_ path: String, mode: UInt32 = 0o644, isNamed: Bool = false) throws(FileFailure) {
    guard !Folder.holds(path) else { throw .system(code: EEXIST) }
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

  /// O_TMPFILE, which is no plain constant in C.
  private static let nameless: Int32 = 0o20_000_000 | O_DIRECTORY

  /// Whether a file of a folder can be without a name, and be given one.
  private static func hasNamelessFiles(_ folder: String) -> Bool {
    guard let descriptor = try? Descriptor(folder, nameless | O_WRONLY, mode: 0o600) else {
      return false
    }
    return Folder.holds(place(of: descriptor))
  }

  /// The path by which the system knows an open file.
  private static func place(of descriptor: borrowing Descriptor) -> String {
    "/proc/self/fd/\(descriptor.number)"
  }

  /// Adds bytes; they are written in pieces of 256 KiB.
  public mutating func write(_ bytes: [UInt8]) throws(FileFailure) {
    waiting += bytes
    if waiting.count >= 1 << 18 { try flush() }
  }

  /// Adds bytes that are kept nowhere else.
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

  /// Gives the file its name; name and all are on the disk when this returns.
  ///
  /// - Throws: ``FileFailure``, `isAlreadyThere` where something came to the path meanwhile. Nothing is
  ///   left then, or the whole file where only its name could not be made to last.
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
