internal import Glibc
internal import Synchronization

/// Where results and messages go: results to standard output, the rest to standard error.
enum Output {
  /// Whether progress stands on the terminal.
  private static let isShowing = Mutex(false)

  /// What waits to be written.
  private static let waiting = Mutex<[UInt8]>([])

  /// Writes a line of result.
  ///
  /// - Throws: ``Failure/ledger(_:)`` where the output cannot be written (a full disk).
  static func line(_ text: String) throws(Failure) {
    try bytes(Array(text.utf8) + [UInt8(ascii: "\n")])
  }

  /// Writes bytes of result as they are.
  static func bytes(_ bytes: [UInt8]) throws(Failure) {
    let isFull = waiting.withLock { waiting in
      waiting.append(contentsOf: bytes)
      return waiting.count >= 1 << 16
    }
    if isFull { try end() }
  }

  /// Writes out what waits.
  static func end() throws(Failure) {
    let bytes = waiting.withLock { waiting in
      defer { waiting.removeAll(keepingCapacity: true) }
      return waiting
    }
    guard write(bytes, to: STDOUT_FILENO) else {
      throw .ledger(
        Wording(
          "la sortie standard ne peut pas être écrite",
          "standard output cannot be written"))
    }
  }

  /// Tells something beside the result.
  static func note(_ text: String) { _ = write(Array((text + "\n").utf8), to: STDERR_FILENO) }

  /// Shows how far long work is, on a terminal only; an empty text wipes it.
  static func progress(_ text: String) {
    guard isatty(STDERR_FILENO) == 1, wasShowing(!text.isEmpty) || !text.isEmpty else {
      return
    }
    _ = write(Array(("\r\u{1b}[K" + text).utf8), to: STDERR_FILENO)
  }

  private static func wasShowing(_ isShown: Bool) -> Bool {
    isShowing.withLock { state in
      defer { state = isShown }
      return state
    }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }
}
