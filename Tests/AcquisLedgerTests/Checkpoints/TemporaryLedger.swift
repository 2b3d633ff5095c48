import EventLog
import EventLogLaws
import Glibc

/// A place for a ledger's files in a folder of its own, removed when it goes.
final class TemporaryLedger {
  let folder: String
  var path: String { folder + "/centre.acquis" }

  init() throws {
    var template = Array("/tmp/acquis-audit-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw Refused(code: errno) }
    folder = template.withUnsafeBufferPointer { buffer in
      String(decoding: buffer.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
  }

  deinit {
    for suffix in ["", ".signing", ".signed", ".vkeys"] { unlink(path + suffix) }
    rmdir(folder)
  }

  /// The text of a file beside the ledger.
  func text(_ suffix: String) throws -> String {
    guard let file = fopen(path + suffix, "r") else { throw Refused(code: errno) }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = fread(&bytes, 1, bytes.count, file)
    return String(decoding: bytes.prefix(count), as: UTF8.self)
  }

  /// Writes a file beside the ledger, its owner's alone.
  func write(_ text: String, _ suffix: String) throws {
    guard let file = fopen(path + suffix, "w") else { throw Refused(code: errno) }
    fputs(text, file)
    fclose(file)
    chmod(path + suffix, 0o600)
  }

  /// Whether a file lies beside the ledger.
  func has(_ suffix: String) -> Bool { access(path + suffix, F_OK) == 0 }

  /// A log in memory of so many events.
  static func log(_ count: Int, candidacy: Int = 1) throws -> InMemoryLog {
    let log = try InMemoryLog(clock: TestClock().now)
    _ = try log.append(
      (0..<count).map { try Sample.validated($0, candidacy: candidacy) }, unless: nil)
    return log
  }
}

/// What the system refused to a test.
struct Refused: Error {
  let code: Int32
}
