import Glibc

/// A folder of its own, removed with what is in it when it goes.
struct Scratch: ~Copyable {
  let path: String

  init() throws {
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
  func file(_ name: String) -> String { path + "/" + name }

  /// The names of the files in the folder, sorted.
  var names: [String] { Self.names(in: path) }

  /// Writes a file of these bytes.
  func write(_ bytes: [UInt8], to name: String) throws {
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
struct SystemError: Error {
  let code: Int32
}

/// A ``Scratch`` that a suite's tests share.
final class ScratchFolder {
  private let scratch: Scratch
  var path: String { scratch.path }

  init() throws { scratch = try Scratch() }

  func remove(_ name: String) {
    for suffix in ["", "-wal", "-shm"] { unlink(scratch.file(name + suffix)) }
  }
}
