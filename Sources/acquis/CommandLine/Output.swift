internal import Glibc
internal import Synchronization

/// Where results and messages go: results to standard output, the rest to standard error.
enum Output {
  /// Whether progress stands on the terminal.
  private static let isShowing = Mutex(false)

  /// What waits to be written.
  private static let waiting = Mutex<[UInt8]>([])

  /// Whether the command has recorded what it was asked to.
  private static let hasRecorded = Mutex(false)

  /// Notes that the command's work is in the log, whatever becomes of its answer.
  static func noteRecorded() { hasRecorded.withLock { $0 = true } }

  /// Writes a line of result, without the characters that would command a terminal.
  ///
  /// - Throws: ``Failure/ledger(_:)`` where the output cannot be written (a full disk).
  static func line(_ text: String) throws(Failure) {
    try bytes(Array(shown(text).utf8) + [UInt8(ascii: "\n")])
  }

  private static func shown(_ text: String) -> String {
    func mayCommand(_ byte: UInt8) -> Bool {
      byte < 0x20 && byte != 0x0a && byte != 0x09 || byte == 0x7f || byte == 0xc2
    }
    guard text.utf8.contains(where: mayCommand) else { return text }
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let isCommand =
        scalar.value < 0x20 && scalar != "\n" && scalar != "\t" || 0x7f...0x9f ~= scalar.value
      shown.append(isCommand ? "\u{fffd}" : scalar)
    }
    return String(shown)
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
      let done = hasRecorded.withLock { $0 }
      throw .ledger(
        Wording(
          "la sortie standard ne peut pas être écrite"
            + (done ? " ; ce qui était demandé est enregistré" : ""),
          "standard output cannot be written" + (done ? "; what was asked is recorded" : "")))
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
