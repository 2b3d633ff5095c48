internal import Glibc

/// A value under a lock, and threads that wait until the value meets a condition.
///
/// A `Mutex` has no wait: this is the system's lock with its condition variable.
@safe final class Monitor<Value: Sendable>: Sendable {
  // Read and changed under the lock only.
  private nonisolated(unsafe) var value: Value
  private nonisolated(unsafe) let lock: UnsafeMutablePointer<pthread_mutex_t>
  private nonisolated(unsafe) let changed: UnsafeMutablePointer<pthread_cond_t>

  init(_ value: Value) {
    unsafe self.value = value
    unsafe lock = .allocate(capacity: 1)
    unsafe changed = .allocate(capacity: 1)
    unsafe pthread_mutex_init(lock, nil)
    unsafe pthread_cond_init(changed, nil)
  }

  deinit {
    unsafe pthread_cond_destroy(changed)
    unsafe pthread_mutex_destroy(lock)
    unsafe changed.deallocate()
    unsafe lock.deallocate()
  }

  /// Waits until the value meets a condition, then changes it and wakes the threads that wait.
  ///
  /// - Parameter condition: asked under the lock, first at once.
  func change<Result>(
    when condition: (Value) -> Bool = { _ in true }, _ body: (inout Value) throws -> Result
  ) rethrows -> Result {
    unsafe pthread_mutex_lock(lock)
    defer {
      unsafe pthread_cond_broadcast(changed)
      unsafe pthread_mutex_unlock(lock)
    }
    while unsafe !condition(value) { unsafe pthread_cond_wait(changed, lock) }
    return try unsafe body(&value)
  }
}
