internal import Events

/// The changes of a certification's time limits; the one in force on any day can be found.
struct Policies {
  /// A change of a limit.
  struct Change {
    let effectiveOn: CalendarDate
    let limit: TimeLimit
  }

  /// Changes of the completion window, in fold order.
  var completionWindow: [Change] = []
  /// Changes of the validity of a block, in fold order.
  var blockValidity: [Change] = []

  /// The limit in force on a day: of the change that took effect last, on that day or before, the
  /// later in fold order of two of one day; before any change, the framework's.
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
