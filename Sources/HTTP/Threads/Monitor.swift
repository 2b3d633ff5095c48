internal import Glibc

/// A value under a lock, and threads that wait until the value meets a condition.
///
/// A `Mutex` has no wait: this is the system's lock with its condition variable.
@safe final class Monitor<Value>: Sendable {
  // Read and changed under the lock only.
  private nonisolated(unsafe) var value: Value
  private nonisolated(unsafe) let lock: UnsafeMutablePointer<pthread_mutex_t>
  private nonisolated(unsafe) let changed: UnsafeMutablePointer<pthread_cond_t>

  init(_ value: sending Value) {
    unsafe self.value = value
    unsafe lock = .allocate(capacity: 1)
    unsafe changed = .allocate(capacity: 1)
    unsafe pthread_mutex_init(lock, nil)
    var attributes = pthread_condattr_t()
    unsafe pthread_condattr_init(&attributes)
    unsafe pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
    unsafe pthread_cond_init(changed, &attributes)
    unsafe pthread_condattr_destroy(&attributes)
  }

  deinit {
    unsafe pthread_cond_destroy(changed)
    unsafe pthread_mutex_destroy(lock)
    unsafe changed.deallocate()
    unsafe lock.deallocate()
  }

  /// Which of the threads that wait are woken by a change.
  enum Woken {
    case all
    /// Enough where any of them can use it.
    case one
  }

  /// Changes the value under the lock.
  func change<Result>(waking woken: Woken = .all, _ body: (inout Value) -> sending Result)
    -> sending Result
  {
    unsafe pthread_mutex_lock(lock)
    defer {
      switch woken {
      case .all: unsafe pthread_cond_broadcast(changed)
      case .one: unsafe pthread_cond_signal(changed)
      }
      unsafe pthread_mutex_unlock(lock)
    }
    return unsafe body(&value)
  }

  /// Waits until a closure has a result, which it may take out of the value. Wakes nobody.
  ///
  /// - Parameter body: called under the lock, first at once and then after every change.
  func take<Result>(_ body: (inout Value) -> sending Result?) -> sending Result {
    unsafe pthread_mutex_lock(lock)
    defer { unsafe pthread_mutex_unlock(lock) }
    while true {
      if let result = unsafe body(&value) { return result }
      unsafe pthread_cond_wait(changed, lock)
    }
  }

  /// Waits until the value meets a condition, or until a time of ``Monotonic``.
  ///
  /// - Returns: whether it meets it.
  @discardableResult
  func wait(until time: Int64 = .max, for condition: (Value) -> Bool) -> Bool {
    unsafe pthread_mutex_lock(lock)
    defer { unsafe pthread_mutex_unlock(lock) }
    var limit = timespec(
      tv_sec: Int(time / 1_000_000_000), tv_nsec: Int(time % 1_000_000_000))
    while unsafe !condition(value) {
      guard unsafe pthread_cond_timedwait(changed, lock, &limit) != ETIMEDOUT else {
        return unsafe condition(value)
      }
    }
    return true
  }
}
