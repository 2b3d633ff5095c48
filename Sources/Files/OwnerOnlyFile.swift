internal import Glibc

/// A file of secrets, open for reading, to which only its owner has access.
///
/// It is opened once: its rights, its size and its bytes are those of one file, whatever is renamed to its path
/// or removed from it meanwhile. Not for a file of SQLite's, whose locks the closing would release:
/// ``DurableFile/ownerOnlySize()``.
public struct OwnerOnlyFile: ~Copyable {
  private let descriptor: Descriptor
  /// The size in bytes when it was opened.
  public let size: Int

  /// - Throws: ``FileFailure``: `isMissing`; ``FileFailure/openToOthers``; `isNotPermitted` if this user may not
  ///   read it.
  public init(_ file: DurableFile) throws(FileFailure) {
    // Without O_NONBLOCK, a pipe would be waited for.
    let descriptor = try Descriptor(file.path, O_RDONLY | O_NONBLOCK)
    let facts = try descriptor.facts()
    guard facts.st_mode & 0o077 == 0 else { throw .openToOthers }
    self.descriptor = descriptor
    size = Int(facts.st_size)
  }

  /// Reads the first bytes of the file into a buffer; the rest of the buffer is unchanged if the
  /// file is shorter.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileFailure) {
    _ = try unsafe descriptor.read(into: buffer, from: 0)
  }

  /// The whole file.
  public func bytes() throws(FileFailure) -> [UInt8] {
    try descriptor.bytes(from: 0, atMost: size)
  }
}
