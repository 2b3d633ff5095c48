public import Events

/// The days planned for the one session of a jury.
public struct SessionDays: Hashable, Sendable {
  public let first: CalendarDate
  /// The first day itself for a session of one day. A recorded session may end before it begins (R24).
  public let last: CalendarDate

  package init(_ data: JuryConvened) {
    first = data.sessionOn
    last = data.sessionTo ?? data.sessionOn
  }

  package init(_ data: JuryRescheduled) {
    first = data.sessionOn
    last = data.sessionTo ?? data.sessionOn
  }

  package func contains(_ day: CalendarDate) -> Bool { first <= day && day <= last }
}
