internal import CTime
public import EventLog
public import Events
internal import Glibc

/// What gives events their instants, and how far it is believed.
public struct LedgerClock: Sendable {
  /// What time it is.
  public let now: @Sendable () -> Instant
  /// Whether the clock is known to be right.
  public let trust: ClockTrust

  public init(now: @escaping @Sendable () -> Instant, trust: ClockTrust = ClockTrust()) {
    self.now = now
    self.trust = trust
  }

  /// The day it is in Paris.
  public var today: CalendarDate { now().dayInParis }

  /// The machine's clock.
  ///
  /// - Parameter isAccepted: whether a person said that it is right, even far from the last event.
  public static func system(isAccepted: Bool = false) -> LedgerClock {
    LedgerClock(
      now: machineTime,
      trust: ClockTrust(isAccepted: isAccepted, isSynchronised: isMachineSynchronised))
  }

  /// The instant it is by the machine's clock; the epoch where that stands before 1970.
  private static func machineTime() -> Instant {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    let microseconds = Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
    return (try? Instant(microseconds: microseconds)) ?? .epoch
  }

  /// Whether the system says that its clock is synchronised; true where it cannot be asked.
  private static func isMachineSynchronised() -> Bool { acquis_clock_is_unsynchronised() != 1 }
}
