internal import CTime
internal import EventLog
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

  /// Whether the system says that the clock is synchronised; true where it cannot be asked.
  static func isSynchronised() -> Bool { acquis_clock_is_unsynchronised() != 1 }

  /// How far the clock is believed when an event is recorded.
  ///
  /// - Parameter isAccepted: whether `--accept-clock` was given.
  static func trust(isAccepted: Bool) -> ClockTrust {
    ClockTrust(isAccepted: isAccepted, isSynchronised: isSynchronised)
  }

  /// The option of every command that records.
  static let accept = Command.Option(
    name: "accept-clock",
    help: Text(
      "tient l’horloge de cette machine pour juste, même si elle s’écarte beaucoup du dernier événement",
      "take this machine's clock as right, even far from the last event"))
}
