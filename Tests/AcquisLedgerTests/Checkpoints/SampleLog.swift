import EventLog
import EventLogLaws
import TestSupport

extension InMemoryLog {
  /// A log of so many events about one candidacy.
  static func sample(_ count: Int, candidacy: Int = 1) throws -> InMemoryLog {
    let log = try InMemoryLog(clock: TestClock().now)
    _ = try log.append(
      (0..<count).map { try Sample.validated($0, candidacy: candidacy) }, unless: nil)
    return log
  }
}
