internal import Events

/// A certifier's time limits as they changed: the one in force on a day is found, never overwritten.
struct Policies {
  /// One change of a limit.
  struct Change {
    let effectiveOn: CalendarDate
    let limit: TimeLimit
  }

  /// Changes of the time to complete, in fold order.
  var completionWindow: [Change] = []
  /// Changes of the time a block is held, in fold order.
  var blockValidity: [Change] = []

  /// The limit in force on a day, that day's own changes included: the change that took effect last,
  /// the later recorded of two of one day; before any, the framework's own.
  static func inForce(
    on day: CalendarDate, among changes: [Change], else framework: TimeLimit
  ) -> TimeLimit {
    var latest: Change?
    for change in changes where change.effectiveOn <= day {
      if let found = latest, found.effectiveOn > change.effectiveOn { continue }
      latest = change
    }
    return latest?.limit ?? framework
  }
}
