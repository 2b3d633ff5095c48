internal import AcquisLedger
internal import Events
internal import Rules
internal import Synchronization

/// Work that takes seconds on a large ledger, done beside the requests: a page shows how far it is, then what came
/// of it.
///
/// One piece of work for each question, and at most two of a kind at once: others wait to be asked again. What came
/// of the last few is kept; who reads a failure has it forgotten.
final class LongWork<Value: Sendable>: Sendable {
  enum State {
    case never
    /// How many entries are read, of how many.
    case running(done: Int, of: Int)
    case ended(Value, at: Instant)
  }

  private let works = Mutex<[(question: String, state: State)]>([])
  private let start: @Sendable (@escaping @Sendable () -> Void) -> Void

  /// The most pieces of work at once, and of questions whose outcome is kept.
  private let (mostAtOnce, mostKept) = (2, 8)

  /// - Parameter start: runs a closure on a thread of its own.
  init(start: @escaping @Sendable (@escaping @Sendable () -> Void) -> Void) { self.start = start }

  func state(of question: String) -> State {
    works.withLock { works in works.first { $0.question == question }?.state ?? .never }
  }

  /// Begins the work of a question; does nothing while it runs, or while too many do.
  ///
  /// - Parameters:
  ///   - size: the number of entries, for the progress.
  ///   - work: called on another thread, with a closure to be called now and then with how many are read.
  func begin(
    _ question: String, size: Int,
    _ work: @escaping @Sendable (@escaping @Sendable (Int) -> Void) -> Value
  ) {
    let isFree = works.withLock { works in
      let running = works.filter { if case .running = $0.state { true } else { false } }
      guard running.count < mostAtOnce, !running.contains(where: { $0.question == question })
      else { return false }
      works.removeAll { $0.question == question }
      works.append((question, .running(done: 0, of: size)))
      if works.count > mostKept, let old = works.firstIndex(where: { $0.state.isEnded }) {
        works.remove(at: old)
      }
      return true
    }
    guard isFree else { return }
    start { [self] in
      let value = work { [self] count in set(question, .running(done: count, of: max(size, count)))
      }
      set(question, .ended(value, at: LedgerClock.system().now()))
    }
  }

  /// Forgets what came of a question, so that it is begun again when it is next asked.
  func forget(_ question: String) {
    works.withLock { works in works.removeAll { $0.question == question && $0.state.isEnded } }
  }

  private func set(_ question: String, _ state: State) {
    works.withLock { works in
      guard let place = works.firstIndex(where: { $0.question == question }) else { return }
      works[place].state = state
    }
  }
}

extension LongWork.State {
  fileprivate var isEnded: Bool { if case .ended = self { true } else { false } }
}

/// The long works of a server's pages.
struct LongWorks: Sendable {
  /// What `audit verify` answers, and whether all is as written.
  let verification: LongWork<(lines: [String], isGood: Bool)>
  /// What a command answers, by its question.
  let answers: LongWork<ServedCall>
  /// Every finding of a question, or why there is none.
  let findings: LongWork<Result<[Finding], Failure>>

  /// - Parameter start: runs a closure on a thread of its own.
  init(start: @escaping @Sendable (@escaping @Sendable () -> Void) -> Void) {
    (verification, answers, findings) = (
      LongWork(start: start), LongWork(start: start), LongWork(start: start)
    )
  }

  /// The number of entries from which on a question about all of them is long: some seconds.
  static let isLongFrom = 20_000
}
