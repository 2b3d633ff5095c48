internal import Glibc

/// Where results and messages go: results to standard output, the rest to standard error.
enum Output {
  /// Writes a line of result.
  ///
  /// - Throws: ``Failure/ledger(_:)`` where the output cannot be written (a full disk).
  static func line(_ text: String) throws(Failure) {
    try bytes(Array(text.utf8) + [UInt8(ascii: "\n")])
  }

  /// Writes bytes of result as they are.
  static func bytes(_ bytes: [UInt8]) throws(Failure) {
    guard fwrite(bytes, 1, bytes.count, stdout) == bytes.count else { throw unwritable }
  }

  /// Ends the output; what was buffered is written.
  static func end() throws(Failure) {
    guard fflush(stdout) == 0 else { throw unwritable }
  }

  /// Tells something beside the result.
  static func note(_ text: String) {
    fputs(text + "\n", stderr)
  }

  /// Shows how far long work is, on a terminal only; an empty text wipes it.
  static func progress(_ text: String) {
    guard isatty(STDERR_FILENO) == 1 else { return }
    fputs("\r\u{1b}[K" + text, stderr)
    fflush(stderr)
  }

  private static var unwritable: Failure { .ledger("standard output cannot be written") }
}
