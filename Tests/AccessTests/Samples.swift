import Access
import Events

enum Sample {
  static let instant = instant("2026-03-02T08:00:00.000000Z")
  static let day = instant.dayInParis

  static func instant(_ text: String) -> Instant { (try? Instant(text)) ?? .epoch }

  /// A request made on ``day``.
  static func request(
    _ who: String = "officer:17", _ role: Role = .officer, until: CalendarDate? = nil,
    showsNames: Bool = false, mayWaive: Bool = false
  ) throws -> AccessRequest {
    try AccessRequest(
      who: try RecorderID(who), role: role, until: until, showsNames: showsNames,
      mayWaive: mayWaive, on: day)
  }
}
