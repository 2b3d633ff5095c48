public import Events

/// The time a person has to complete a partial certification.
///
/// Opens with the earliest block now held; its last day is the day of the same date so many calendar
/// years later (``Events/CalendarDate/adding(years:)``), or an extension's. A decision on the last day
/// is in time; the day after is not.
public struct CompletionWindow: Hashable, Sendable {
  /// Where a window stands.
  public enum Status: String, CaseIterable, Hashable, Sendable {
    /// No block is held.
    case none
    /// The missing blocks may be validated, today included.
    case open
    /// Every block is held, in time or not.
    case completed
    /// The last day is past.
    case lapsed
  }

  /// Where it stands.
  public let status: Status
  /// The day the earliest block now held was held; nil where none is.
  public let opensOn: CalendarDate?
  /// The last day, itself in; nil where none is held or the time is unlimited.
  public let lastDay: CalendarDate?
  /// Days left while it is open, 0 on the last day; nil where unlimited or not open.
  public let daysLeft: Int?
  /// Whether an extension moved the last day.
  public let extended: Bool?
  /// The day the last missing block was held.
  public let completedOn: CalendarDate?
  /// Where the length of the window comes from: the policy in force on the opening day.
  public let basis: Basis?

  /// No block held: no window.
  static let none = CompletionWindow(
    status: .none, opensOn: nil, lastDay: nil, daysLeft: nil, extended: nil, completedOn: nil,
    basis: nil)
}
