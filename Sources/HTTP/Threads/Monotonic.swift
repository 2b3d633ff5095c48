internal import Glibc

/// A clock that nobody sets, in nanoseconds since the system started.
enum Monotonic {
  static var now: Int64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}

extension Duration {
  /// Rounded down; a century at most.
  var nanoseconds: Int64 {
    let (seconds, attoseconds) = components
    return min(max(seconds, 0), 3_200_000_000) * 1_000_000_000
      + (seconds < 0 ? 0 : attoseconds / 1_000_000_000)
  }
}
