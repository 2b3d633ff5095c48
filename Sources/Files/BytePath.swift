internal import Glibc

/// A path as the system has it: any bytes but zero, which need not be UTF-8.
///
/// A `String` replaces what is not UTF-8, and no file has the name that results; names that a folder lists are
/// opened by their bytes.
public struct BytePath: Hashable, Sendable {
  private let bytes: [UInt8]

  /// A path as typed.
  public init(_ path: String) { bytes = Array(path.utf8) }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// The path for people; what is not UTF-8 is replaced (U+FFFD).
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// A path within the folder at this one.
  public func appending(_ path: BytePath) -> BytePath {
    BytePath(bytes: bytes + [UInt8(ascii: "/")] + path.bytes)
  }

  /// Whether a folder is there.
  public var isFolder: Bool {
    var facts = stat()
    return unsafe stat(cString, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
  }

  /// The names in the folder, without `.` and `..`, in the order of their bytes; empty if it cannot be read.
  public var names: [BytePath] {
    guard let folder = unsafe opendir(cString) else { return [] }
    defer { unsafe closedir(folder) }
    var names: [[UInt8]] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        unsafe Array(bytes.prefix { $0 != 0 })
      }
      if name != Array(".".utf8) && name != Array("..".utf8) { names.append(name) }
    }
    return names.sorted { $0.lexicographicallyPrecedes($1) }.map { BytePath(bytes: $0) }
  }

  /// Opens the file for reading.
  ///
  /// - Returns: a descriptor, to be closed by the caller.
  /// - Throws: ``FileFailure/system(code:)``.
  public func opened() throws(FileFailure) -> Int32 {
    let descriptor = unsafe open(cString, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .last }
    return descriptor
  }

  private var cString: [CChar] { bytes.map { CChar(bitPattern: $0) } + [0] }
}
