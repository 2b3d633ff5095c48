import Glibc

/// A ledger's path in a temporary folder, and the files beside it, named by their suffix
/// (`""`, `.vault`, `.signing` …). Creates none of them.
package final class TemporaryLedger: Sendable {
  private let temporary: TemporaryFolder

  package init() throws { temporary = try TemporaryFolder() }

  package var folder: String { temporary.path }
  package var path: String { temporary.file("centre.acquis") }

  /// The names of everything in the folder, sorted.
  package var files: [String] { temporary.names }

  package func bytes(_ suffix: String) throws -> [UInt8] { try SystemFile.read(path + suffix) }

  package func text(_ suffix: String) throws -> String {
    String(decoding: try bytes(suffix), as: UTF8.self)
  }

  /// Writes over a file, which only its owner may read from then on.
  package func write(_ bytes: [UInt8], _ suffix: String) throws {
    try SystemFile.write(bytes, to: path + suffix)
    chmod(path + suffix, 0o600)
  }

  /// Writes over a file, which only its owner may read from then on.
  package func write(_ text: String, _ suffix: String) throws {
    try write(Array(text.utf8), suffix)
  }

  package func has(_ suffix: String) -> Bool { access(path + suffix, F_OK) == 0 }

  /// The permission bits of a file; 0 if it does not exist.
  package func permissions(_ suffix: String) -> UInt32 {
    var status = stat()
    stat(path + suffix, &status)
    return status.st_mode & 0o777
  }
}
