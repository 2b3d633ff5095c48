public import Events

/// The period in which a candidate may complete a partial certification (*délai*).
///
/// It opens on the day of the earliest block now held. Its last day is that date a number of
/// calendar years later (``Events/CalendarDate/adding(years:)``), or the day of an extension. A
/// decision on the last day is in time; on the day after it is not.
public struct CompletionWindow: Hashable, Sendable {
  /// The status of a window on a day.
  public enum Status: String, CaseIterable, Hashable, Sendable {
    /// No block is held.
    case none
    /// The missing blocks may be validated, on the day asked too.
    case open
    /// Every block is held, even if the last was late.
    case completed
    /// The last day is past.
    case lapsed
  }

  public let status: Status
  /// The day of the earliest block now held; nil if none is.
  public let opensOn: CalendarDate?
  /// Inclusive; nil if no block is held or the window has no limit.
  public let lastDay: CalendarDate?
  /// Days until ``lastDay``, 0 on the last day; nil if the window is not open or has no limit.
  public let daysLeft: Int?
  /// Whether an extension moved the last day; nil if no block is held.
  public let extended: Bool?
  /// The day of the last block to be held; nil unless `completed`.
  public let completedOn: CalendarDate?
  /// The basis of its length, by the policy in force on the opening day; nil if no block is held.
  public let basis: Basis?

  /// The window of a candidacy that holds no block.
  static let none = CompletionWindow(
    status: .none, opensOn: nil, lastDay: nil, daysLeft: nil, extended: nil, completedOn: nil,
    basis: nil)
}
