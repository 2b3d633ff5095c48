internal import Glibc
internal import Synchronization

/// Where results and messages go: results to standard output, the rest to standard error.
enum Output {
  /// Whether progress stands on the terminal.
  private static let isShowing = Mutex(false)

  /// What waits to be written.
  private static let waiting = Mutex<[UInt8]>([])

  /// What the command has done, once it is durable.
  private static let done = Mutex<Wording?>(nil)

  /// Notes that the command's work is done, whatever becomes of its answer.
  ///
  /// - Parameter work: what was done, to be told where the answer cannot be.
  static func noteDone(_ work: Wording) { done.withLock { $0 = work } }

  /// Writes a line of result, without the characters that would command a terminal.
  ///
  /// - Throws: ``Failure/ledger(_:)`` where the output cannot be written (a full disk);
  ///   ``Failure/readerGone`` where nobody reads it and nothing was done that needs telling.
  static func line(_ text: String) throws(Failure) {
    try bytes(Array(Shown.lines(text).utf8) + [UInt8(ascii: "\n")])
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
    let code = write(bytes, to: STDOUT_FILENO)
    if code == 0 { return }
    let work = done.withLock { $0 }
    if code == EPIPE, work == nil { throw .readerGone }
    let told = Wording(
      "la sortie standard ne peut pas être écrite", "standard output cannot be written")
    guard let work else { throw .ledger(told) }
    throw .ledger(
      Wording("\(told.french) ; \(work.french)", "\(told.english); \(work.english)"))
  }

  /// Tells something beside the result.
  static func note(_ text: String) {
    _ = write(Array((Shown.lines(text) + "\n").utf8), to: STDERR_FILENO)
  }

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

  /// - Returns: 0, or the system's error number.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      let (count, code) = rest.withUnsafeBytes {
        (Glibc.write(descriptor, $0.baseAddress, $0.count), errno)
      }
      if count < 0, code == EINTR { continue }
      guard count > 0 else { return count < 0 ? code : EIO }
      rest = rest.dropFirst(count)
    }
    return 0
  }
}
