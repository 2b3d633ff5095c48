internal import Glibc

/// A value under a lock that one thread at a time has.
///
/// The system's lock and not `Mutex`, so that the thread sanitizer sees it: it does not see the kernel hand
/// a `Mutex` over, and reports races that are none.
@safe final class Lock<Value>: Sendable {
  // Read and changed under the lock only.
  private nonisolated(unsafe) var value: Value
  private nonisolated(unsafe) let lock: UnsafeMutablePointer<pthread_mutex_t>

  init(_ value: sending Value) {
    unsafe self.value = value
    unsafe lock = .allocate(capacity: 1)
    unsafe pthread_mutex_init(lock, nil)
  }

  deinit {
    unsafe pthread_mutex_destroy(lock)
    unsafe lock.deallocate()
  }

  func withLock<Result>(_ body: (inout Value) -> sending Result) -> sending Result {
    unsafe pthread_mutex_lock(lock)
    defer { unsafe pthread_mutex_unlock(lock) }
    return unsafe body(&value)
  }
}
