internal import Glibc

/// Threads that work at the same time.
enum Callers {
  /// Runs the work on so many threads, each with its number, and waits for all.
  static func run(_ count: Int, _ work: @escaping @Sendable (Int) -> Void) {
    var threads: [pthread_t] = []
    for number in 0..<count {
      let task = unsafe Unmanaged.passRetained(Task { work(number) })
      var thread = pthread_t()
      let code = unsafe pthread_create(
        &thread, nil,
        { pointer in
          if let pointer = unsafe pointer {
            unsafe Unmanaged<Task>.fromOpaque(pointer).takeRetainedValue().run()
          }
          return nil
        }, task.toOpaque())
      if code == 0 {
        threads.append(thread)
      } else {
        unsafe task.release()
      }
    }
    for thread in threads { pthread_join(thread, nil) }
  }

  /// What a thread is given.
  private final class Task: Sendable {
    let run: @Sendable () -> Void

    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }
}
