internal import Glibc

/// A file of lines, written and read again through the C library's buffers.
struct CopyFile {
  private let path: String

  init(_ path: String) { self.path = path }

  /// Writes the lines that the step passes on.
  func write<Value>(_ step: (([UInt8]) throws -> Void) throws -> Value) throws -> Value {
    guard let file = unsafe fopen(path, "we") else { throw CopyFileFailure(code: errno) }
    defer { unsafe fclose(file) }
    let value = try step { line in
      guard unsafe fwrite(line, 1, line.count, file) == line.count else {
        throw CopyFileFailure(code: errno)
      }
    }
    guard unsafe fflush(file) == 0 else { throw CopyFileFailure(code: errno) }
    return value
  }

  func lines() throws -> Lines {
    guard let file = unsafe fopen(path, "re") else { throw CopyFileFailure(code: errno) }
    return unsafe Lines(file)
  }

  /// Lines with their newlines, in order.
  @safe final class Lines {
    private let file: UnsafeMutablePointer<FILE>
    private var buffer: UnsafeMutablePointer<CChar>?
    private var capacity = 0

    fileprivate init(_ file: UnsafeMutablePointer<FILE>) { unsafe self.file = file }

    deinit {
      unsafe free(buffer)
      unsafe fclose(file)
    }

    /// The next line; empty at the end.
    func next() -> [UInt8] {
      let count = unsafe getline(&buffer, &capacity, file)
      guard count > 0, let start = unsafe buffer else { return [] }
      return unsafe Array(UnsafeRawBufferPointer(start: start, count: count))
    }
  }
}

/// A file of the measurements that cannot be written or read.
public struct CopyFileFailure: Error {
  /// The system's error number.
  public let code: Int32
}
