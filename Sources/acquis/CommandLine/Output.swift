internal import Events
internal import Glibc
internal import Synchronization

/// Where one run's answer and messages go, and the language they are in: the answer to standard output,
/// the rest to standard error.
///
/// A run makes one and passes it along. Two with different descriptors share nothing.
final class Output: Sendable {
  /// The language of what a person reads.
  let language: Language

  private let standardOutput: Int32
  private let standardError: Int32
  private let state = Mutex(State())

  private struct State {
    /// Whether progress is shown on the terminal.
    var isShowing = false
    /// What waits to be written.
    var waiting: [UInt8] = []
    /// What the command has done, once it is durable.
    var done: Text?
  }

  /// - Parameters:
  ///   - standardOutput: the descriptor of the answer.
  ///   - standardError: the descriptor of the rest.
  init(
    in language: Language, standardOutput: Int32 = STDOUT_FILENO,
    standardError: Int32 = STDERR_FILENO
  ) {
    self.language = language
    self.standardOutput = standardOutput
    self.standardError = standardError
  }

  /// Notes that the command's work is done, whatever becomes of its answer.
  ///
  /// - Parameter work: what was done, to be told where the answer cannot be.
  func noteDone(_ work: Text) { state.withLock { $0.done = work } }

  /// Writes a line of result, without the characters that would command a terminal.
  ///
  /// - Throws: ``Failure/ledger(_:)`` where the output cannot be written (a full disk);
  ///   ``Failure/readerGone`` where nobody reads it and nothing was done that needs telling.
  func line(_ text: String) throws(Failure) {
    try bytes(Array(Shown.lines(text).utf8) + [UInt8(ascii: "\n")])
  }

  /// Writes a line of result in the run's language.
  func line(_ text: Text) throws(Failure) { try line(text.text(in: language)) }

  /// Writes bytes of result as they are.
  func bytes(_ bytes: [UInt8]) throws(Failure) {
    let isFull = state.withLock { state in
      state.waiting.append(contentsOf: bytes)
      return state.waiting.count >= 1 << 16
    }
    if isFull { try end() }
  }

  /// Writes out what waits.
  func end() throws(Failure) {
    let (bytes, work) = state.withLock { state in
      defer { state.waiting.removeAll(keepingCapacity: true) }
      return (state.waiting, state.done)
    }
    let code = Self.write(bytes, to: standardOutput)
    if code == 0 { return }
    if code == EPIPE, work == nil { throw .readerGone }
    let shown = Text(
      "la sortie standard ne peut pas être écrite", "standard output cannot be written")
    throw .ledger(work.map { shown.then($0) } ?? shown)
  }

  /// Tells something beside the result.
  func note(_ text: Text) {
    _ = Self.write(
      Array((Shown.lines(text.text(in: language)) + "\n").utf8), to: standardError)
  }

  /// Shows how far long work is, on a terminal only.
  func progress(_ text: Text) { show(text.text(in: language)) }

  /// Wipes what was shown of long work.
  func endProgress() { show("") }

  private func show(_ text: String) {
    guard isatty(standardError) == 1, wasShowing(!text.isEmpty) || !text.isEmpty else { return }
    _ = Self.write(Array(("\r\u{1b}[K" + text).utf8), to: standardError)
  }

  private func wasShowing(_ isShown: Bool) -> Bool {
    state.withLock { state in
      defer { state.isShowing = isShown }
      return state.isShowing
    }
  }

  /// The width of the terminal that the answer goes to; nil where it is none.
  var terminalWidth: Int? {
    guard isatty(standardOutput) == 1 else { return nil }
    var size = winsize()
    guard unsafe ioctl(standardOutput, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else {
      return 80
    }
    return Int(size.ws_col)
  }

  /// - Returns: 0, or the system's error number.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32 {
    var rest = bytes[...]
    while !rest.isEmpty {
      let (count, code) = unsafe rest.withUnsafeBytes {
        unsafe (Glibc.write(descriptor, $0.baseAddress, $0.count), errno)
      }
      if count < 0, code == EINTR { continue }
      guard count > 0 else { return count < 0 ? code : EIO }
      rest = rest.dropFirst(count)
    }
    return 0
  }
}
