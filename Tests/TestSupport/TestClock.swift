package import Events
import Synchronization

/// A clock that a test sets; each reading first advances it by a fixed step.
package final class TestClock: Sendable {
  /// 2026-03-02T08:00:00Z, in microseconds since 1970.
  package static let start: Int64 = 1_772_438_400_000_000

  private let microseconds: Mutex<Int64>
  private let tick: Int64

  /// - Parameters:
  ///   - start: in microseconds since 1970.
  ///   - tick: microseconds by which each reading advances it: by default 1000.
  package init(start: Int64 = TestClock.start, tick: Int64 = 1000) {
    microseconds = Mutex(start)
    self.tick = tick
  }

  /// A clock that each reading advances by a second.
  package static func seconds(from start: Instant) -> TestClock {
    TestClock(start: start.microseconds, tick: 1_000_000)
  }

  package func set(_ instant: Instant) { microseconds.withLock { $0 = instant.microseconds } }

  /// Moves it forward, or back by a negative number.
  package func step(seconds: Int64) { microseconds.withLock { $0 += seconds * 1_000_000 } }

  /// Reads it; the epoch when it is set before 1970 or after 9999.
  package var now: @Sendable () -> Instant {
    { [self] in
      microseconds.withLock { now in
        now += tick
        return (try? Instant(microseconds: now)) ?? .epoch
      }
    }
  }
}
