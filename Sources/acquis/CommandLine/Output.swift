internal import AcquisLedger
internal import Events
internal import Glibc
internal import Rules
internal import Synchronization

/// The output of one run: the answer goes to standard output, messages to standard error, in one language; or
/// both are kept, for a request that is served.
///
/// Each run creates one and passes it along. Two values with different descriptors share no state.
final class Output: Sendable {
  /// The language of everything except JSON.
  let language: Language

  private let standardOutput: Int32
  private let standardError: Int32
  /// Whether the answer and the messages are kept instead of written.
  let isKept: Bool
  private let state = Mutex(State())

  private struct State {
    /// Whether a line of progress is on the terminal.
    var isShowing = false
    /// The part of the answer that is not written yet.
    var waiting: [UInt8] = []
    /// The messages that are kept.
    var notes: [Text] = []
    /// The key after which the list's next page begins; nil if the list ends.
    var next: String?
    /// What the command has done durably; nil before.
    var done: Text?
    /// The rules that refuse what was asked.
    var refusals: [Refusal] = []
    /// The latest position recorded; nil if nothing was.
    var recorded: Position?
    /// Whether other entries rest on the one that is annulled or corrected, and nobody said to go on.
    var isUnconfirmed = false
    /// What is wrong with cells of a filled sheet.
    var cells: [(place: SheetProblem.Place?, text: Text)] = []
  }

  /// - Parameters:
  ///   - standardOutput: the descriptor that the answer is written to.
  ///   - standardError: the descriptor that messages are written to.
  init(
    in language: Language, standardOutput: Int32 = STDOUT_FILENO,
    standardError: Int32 = STDERR_FILENO
  ) {
    self.language = language
    self.standardOutput = standardOutput
    self.standardError = standardError
    isKept = false
  }

  /// One that keeps what it is given.
  init(keptIn language: Language) {
    self.language = language
    (standardOutput, standardError) = (-1, -1)
    isKept = true
  }

  /// What was kept: the answer, the messages, and the key after which the list goes on.
  var kept: (answer: [UInt8], notes: [Text], next: String?) {
    state.withLock { ($0.waiting, $0.notes, $0.next) }
  }

  /// Keeps the key after which the next page of the list begins.
  func keep(next key: String) { state.withLock { $0.next = key } }

  /// Keeps which rules refuse what was asked, for an answer that shows each by itself.
  func keep(_ refusals: [Refusal]) {
    if isKept { state.withLock { $0.refusals += refusals } }
  }

  /// Keeps the latest position recorded.
  func keep(recorded position: Position?) {
    if isKept { state.withLock { $0.recorded = position } }
  }

  /// Keeps that a person is to say whether to go on.
  func keepUnconfirmed() {
    if isKept { state.withLock { $0.isUnconfirmed = true } }
  }

  /// Keeps what is wrong with a cell of a filled sheet.
  func keep(cell place: SheetProblem.Place?, _ text: Text) {
    if isKept { state.withLock { $0.cells.append((place, text)) } }
  }

  /// What is wrong with cells.
  var cells: [(place: SheetProblem.Place?, text: Text)] { state.withLock { $0.cells } }

  /// What was kept of a decision.
  var decision: (refusals: [Refusal], recorded: Position?, isUnconfirmed: Bool) {
    state.withLock { ($0.refusals, $0.recorded, $0.isUnconfirmed) }
  }

  /// Records that the command's work is durable, even if its answer cannot be written.
  ///
  /// - Parameter work: what was done; added to the error message if the answer cannot be written.
  func noteDone(_ work: Text) { state.withLock { $0.done = work } }

  /// Writes a line of the answer, without characters that control a terminal.
  ///
  /// - Throws: ``Failure/ledger(_:)`` if the output cannot be written (a full disk);
  ///   ``Failure/readerGone`` if the pipe is closed and nothing was done that must be reported.
  func line(_ text: String) throws(Failure) {
    try bytes(Array(Shown.lines(text).utf8) + [UInt8(ascii: "\n")])
  }

  /// Writes a line of the answer in the run's language.
  func line(_ text: Text) throws(Failure) { try line(text.text(in: language)) }

  /// Writes a line of the answer, in colours where ``isColoured``.
  func line(_ line: StyledLine) throws(Failure) {
    guard isColoured else { return try self.line(line.text) }
    try bytes(Array((line.painted + "\n").utf8))
  }

  /// Whether the answer goes to a terminal that shows colours, and the user did not say otherwise
  /// (`NO_COLOR`, no-color.org).
  var isColoured: Bool {
    !isKept && isatty(standardOutput) == 1 && Environment.variable("NO_COLOR") == nil
      && Environment.variable("TERM") != "dumb"
  }

  /// Writes bytes of the answer unchanged.
  func bytes(_ bytes: [UInt8]) throws(Failure) {
    let isFull = state.withLock { state in
      state.waiting.append(contentsOf: bytes)
      return !isKept && state.waiting.count >= 1 << 16
    }
    if isFull { try end() }
  }

  /// Writes the part of the answer that is not written yet.
  func end() throws(Failure) {
    if isKept { return }
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

  /// Writes a message to standard error.
  func note(_ text: Text, endsLine: Bool = true) {
    if isKept { return state.withLock { $0.notes.append(text) } }
    _ = Self.write(
      Array((Shown.lines(text.text(in: language)) + (endsLine ? "\n" : "")).utf8),
      to: standardError)
  }

  /// Shows the progress of long work, on a terminal only.
  func progress(_ text: Text) { show(text.text(in: language)) }

  /// Clears the line of progress.
  func endProgress() { show("") }

  private func show(_ text: String) {
    guard !isKept, isatty(standardError) == 1, wasShowing(!text.isEmpty) || !text.isEmpty else {
      return
    }
    _ = Self.write(Array(("\r\u{1b}[K" + text).utf8), to: standardError)
  }

  private func wasShowing(_ isShown: Bool) -> Bool {
    state.withLock { state in
      defer { state.isShowing = isShown }
      return state.isShowing
    }
  }

  /// Whether messages are read on a terminal.
  var notesOnTerminal: Bool { !isKept && isatty(standardError) == 1 }

  /// The width in characters of the terminal that the answer is written to; nil if it is not a terminal.
  var terminalWidth: Int? {
    guard !isKept, isatty(standardOutput) == 1 else { return nil }
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
