internal import Events
internal import Glibc

/// The machine's clock, read only where a command starts.
enum SystemClock {
  /// The instant it is now; the epoch where the machine's clock stands before 1970.
  static func now() -> Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    let microseconds = Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
    return (try? Instant(microseconds: microseconds)) ?? .epoch
  }
}
