internal import Glibc

/// Threads that nobody waits for by their handle.
public enum DetachedThread {
  /// What it runs; a class, to cross the thread's C pointer.
  private final class Work: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  /// - Throws: ``HTTPFailure/system(code:)`` if the system starts no thread; the closure is not run
  ///   then.
  public static func start(_ run: @escaping @Sendable () -> Void) throws(HTTPFailure) {
    let work = unsafe Unmanaged.passRetained(Work(run))
    var thread = pthread_t()
    let code = unsafe pthread_create(
      &thread, nil,
      { pointer in
        if let pointer = unsafe pointer {
          unsafe Unmanaged<Work>.fromOpaque(pointer).takeRetainedValue().run()
        }
        return nil
      }, work.toOpaque())
    guard code == 0 else {
      unsafe work.release()
      throw .system(code: code)
    }
    pthread_detach(thread)
  }
}
