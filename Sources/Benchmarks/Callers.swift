internal import EventLog

/// Threads that work at the same time.
enum Callers {
  /// Runs the work on so many threads, each with its number, and waits for all.
  static func run(_ count: Int, _ work: @escaping @Sendable (Int) -> Void) {
    let threads = (0..<count).map { number in SecondThread { work(number) } }
    for thread in threads { thread?.join() }
  }
}
