/// A fixed number of threads that run what is waiting, first come first served, and a bound on how
/// much may wait.
final class Workers: Sendable {
  typealias Work = @Sendable () -> Void

  private struct State {
    /// The next to run is at `head`; what is before it has been taken.
    var waiting: [Work?] = []
    var head = 0
    /// Threads that have nothing to run.
    var idle = 0
    var running: Int
    var isEnding = false

    var count: Int { waiting.count - head }

    /// The next to run, nil if there is none.
    mutating func next() -> Work? {
      guard count > 0 else { return nil }
      let work = waiting[head].take()
      head += 1
      // So that taking out costs nothing: what was taken is removed in large pieces.
      if head == waiting.count || head >= 1_024 {
        waiting.removeFirst(head)
        head = 0
      }
      return work
    }
  }

  private let bound: Int
  private let state: Monitor<State>

  /// - Parameters:
  ///   - threads: at least one is started.
  ///   - bound: how much may wait for a thread.
  init(threads: Int, bound: Int) throws(HTTPFailure) {
    self.bound = bound
    let state = Monitor(State(running: 0))
    self.state = state
    do throws(HTTPFailure) {
      for _ in 0..<max(1, threads) {
        state.change { $0.running += 1 }
        do throws(HTTPFailure) {
          try DetachedThread.start { Self.run(state) }
        } catch {
          state.change { $0.running -= 1 }
          throw error
        }
      }
    } catch {
      end()
      throw error
    }
  }

  private static func run(_ state: Monitor<State>) {
    var isIdle = false
    while true {
      let work: Work? = state.take { state -> Work?? in
        if let work = state.next() {
          if isIdle { state.idle -= 1 }
          isIdle = false
          return .some(work)
        }
        if state.isEnding { return .some(nil) }
        if !isIdle { state.idle += 1 }
        isIdle = true
        return nil
      }
      guard let work else { break }
      work()
    }
    state.change { state in state.running -= 1 }
  }

  /// - Returns: false if too much is waiting already; the work is not run then.
  func run(_ work: @escaping Work) -> Bool {
    state.change(waking: .one) { state in
      // A thread that is idle takes what waits: that is not a queue.
      guard !state.isEnding, state.count - state.idle < bound else { return false }
      state.waiting.append(work)
      return true
    }
  }

  /// Ends the threads: each after what it runs, and what waits is not run.
  func end() {
    state.change { state in
      state.isEnding = true
      state.waiting = []
      state.head = 0
    }
  }

  /// Waits until all threads have ended, until a time of ``Monotonic`` at most.
  func waitForEnd(until time: Int64) { state.wait(until: time) { $0.running == 0 } }
}
