internal import CTime
public import EventLog
public import Events
internal import Glibc

/// The source of events' instants, and how far it is trusted.
public struct LedgerClock: Sendable {
  /// Returns the current instant.
  public let now: @Sendable () -> Instant
  /// Whether a person or the system says that the clock is right.
  public let trust: ClockTrust

  public init(now: @escaping @Sendable () -> Instant, trust: ClockTrust = ClockTrust()) {
    self.now = now
    self.trust = trust
  }

  /// The current day in Paris.
  public var today: CalendarDate { now().dayInParis }

  /// The machine's clock.
  ///
  /// - Parameter isAccepted: whether a person said that it is right, even far from the last event.
  public static func system(isAccepted: Bool = false) -> LedgerClock {
    LedgerClock(
      now: machineTime,
      trust: ClockTrust(
        isAccepted: isAccepted, isSynchronised: isMachineSynchronised, followsServer: true))
  }

  /// The machine's current instant; the epoch if its clock is set before 1970.
  private static func machineTime() -> Instant {
    var time = timespec()
    unsafe clock_gettime(CLOCK_REALTIME, &time)
    let microseconds = Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1000
    return (try? Instant(microseconds: microseconds)) ?? .epoch
  }

  /// Whether the system reports its clock as synchronised; true if it does not report.
  private static func isMachineSynchronised() -> Bool { acquis_clock_is_unsynchronised() != 1 }
}
