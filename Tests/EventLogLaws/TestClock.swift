public import Events
internal import Synchronization

/// A clock that stands where it is set, and moves on a millisecond each time it is asked.
public final class TestClock: Sendable {
  private let microseconds: Mutex<Int64>

  /// 2026-03-02T08:00:00Z.
  public static let start: Int64 = 1_772_438_400_000_000

  /// A clock that starts at ``start``.
  public init() { microseconds = Mutex(Self.start) }

  /// Steps forward, or back.
  public func step(seconds: Int64) { microseconds.withLock { $0 += seconds * 1_000_000 } }

  /// What time it is.
  public var now: @Sendable () -> Instant {
    { [self] in
      microseconds.withLock { now in
        now += 1000
        return (try? Instant(microseconds: now)) ?? .epoch
      }
    }
  }
}
