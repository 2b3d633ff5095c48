internal import CCores
internal import Glibc

/// A thread that runs a closure beside the caller's, as where a log is read by two.
@safe package final class SecondThread {
  /// What it runs; a class, to cross the thread's C pointer.
  private final class Work: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// Nil once it was waited for.
  private var thread: pthread_t?

  /// - Returns: nil if the system starts no thread; the closure is not run then.
  package init?(_ run: @escaping @Sendable () -> Void) {
    let work = unsafe Unmanaged.passRetained(Work(run))
    var started = pthread_t()
    let code = unsafe pthread_create(
      &started, nil,
      { pointer in
        if let pointer = unsafe pointer {
          unsafe Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().run()
        }
        return nil
      }, work.toOpaque())
    guard code == 0 else {
      unsafe work.release()
      return nil
    }
    thread = started
  }

  /// Waits until the closure has returned; at once if it was waited for before.
  package func join() {
    guard let thread else { return }
    pthread_join(thread, nil)
    self.thread = nil
  }

  /// Whether the caller may use more than one core: a machine may have many and a service be kept on one.
  package static var hasACore: Bool {
    var mask = [UInt8](repeating: 0, count: 128)
    guard unsafe acquis_cores(&mask) > 0 else { return sysconf(Int32(_SC_NPROCESSORS_ONLN)) > 1 }
    return mask.reduce(0) { $0 + $1.nonzeroBitCount } > 1
  }
}
