import Glibc

/// A folder with a name of its own in `/tmp`, removed with everything in it at the end of its scope.
package struct TemporaryFolder: ~Copyable, Sendable {
  package let path: String

  /// - Throws: ``SystemError`` if the folder cannot be created.
  package init() throws {
    var template = Array("/tmp/acquis-test-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SystemError(code: errno) }
    path = template.withUnsafeBufferPointer { buffer in
      String(decoding: buffer.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
  }

  deinit { Self.remove(path) }

  /// The path of a file in the folder.
  package func file(_ name: String) -> String { path + "/" + name }

  /// The names of everything in the folder, sorted; not those in its subfolders.
  package var names: [String] { Self.names(in: path) }

  /// Reads a whole file.
  package func bytes(_ name: String) throws -> [UInt8] { try SystemFile.read(file(name)) }

  /// Writes a file with these bytes, over what it held.
  package func write(_ bytes: [UInt8], to name: String) throws {
    try SystemFile.write(bytes, to: file(name))
  }

  private static func names(in path: String) -> [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  /// Removes a file or a folder with its contents; a link is removed, not followed.
  private static func remove(_ path: String) {
    if unlink(path) == 0 { return }
    for name in names(in: path) { remove(path + "/" + name) }
    rmdir(path)
  }
}
