import Glibc

/// A folder of its own, removed with what is in it when it goes.
package struct Scratch: ~Copyable {
  package let path: String

  package init() throws {
    var template = Array("/tmp/acquis-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw SystemError(code: errno) }
    path = template.withUnsafeBufferPointer { buffer in
      String(decoding: buffer.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
  }

  deinit {
    for name in Self.names(in: path) { unlink(path + "/" + name) }
    rmdir(path)
  }

  /// The path of a file in the folder.
  package func file(_ name: String) -> String { path + "/" + name }

  /// The names of the files in the folder, sorted.
  package var names: [String] { Self.names(in: path) }

  /// Writes a file of these bytes.
  package func write(_ bytes: [UInt8], to name: String) throws {
    guard let file = fopen(file(name), "w") else { throw SystemError(code: errno) }
    defer { fclose(file) }
    fwrite(bytes, 1, bytes.count, file)
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
}

/// What the system refused to a test.
package struct SystemError: Error {
  package let code: Int32
}
