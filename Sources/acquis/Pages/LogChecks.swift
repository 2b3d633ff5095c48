internal import AcquisLedger
internal import Events
internal import Synchronization

/// The verification of the whole log that pages ask for: one at a time, beside the requests, with its progress.
final class LogChecks: Sendable {
  enum State: Sendable {
    case never
    /// How many entries are read, of how many, and since when.
    case running(done: Int, of: Int)
    /// What `audit verify` answered, when, and whether all is as written.
    case ended(lines: [String], at: Instant, isGood: Bool)
  }

  private let state = Mutex(State.never)
  private let start: @Sendable (@escaping @Sendable () -> Void) -> Void

  /// - Parameter start: runs a closure on a thread of its own.
  init(start: @escaping @Sendable (@escaping @Sendable () -> Void) -> Void) { self.start = start }

  var current: State { state.withLock { $0 } }

  /// Begins a verification; does nothing while one runs.
  ///
  /// - Parameter size: the number of entries, for the progress.
  func begin(size: Int, _ ledger: Ledger, in language: Language) {
    let isFree = state.withLock { state in
      if case .running = state { return false }
      state = .running(done: 0, of: size)
      return true
    }
    guard isFree else { return }
    start { [self] in
      let served = ServedLedger(
        ledger: ledger, isPage: true,
        progress: { [self] count in
          state.withLock { $0 = .running(done: count, of: max(size, count)) }
        })
      let done = ServedCall(.auditVerify, [], options: [], served, in: language)
      var text = String(decoding: done.answer, as: UTF8.self)
      if let failure = done.failure { text += failure.text.text(in: language) }
      let lines = text.split(separator: "\n").map(String.init)
      let instant = LedgerClock.system().now()
      state.withLock { $0 = .ended(lines: lines, at: instant, isGood: done.failure == nil) }
    }
  }
}
