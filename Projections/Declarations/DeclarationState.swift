public import Events

/// The status of the declaration of an award to the Caisse des Dépôts on a day (Code du travail,
/// L6113-8 and R6113-17-2).
public enum DeclarationStatus: String, CaseIterable, Hashable, Sendable {
  /// Not deposited yet.
  case due
  /// Deposited, not answered yet.
  case declared
  /// Accepted by the Caisse des Dépôts, in time or late.
  case accepted
  /// The latest deposit was rejected and must be sent again.
  case rejected
  /// The last day is past and no deposit was accepted, even if one is not answered yet: R21
  /// requires the acceptance within three months.
  case overdue
}

/// The state of the declaration of one award on one day.
public struct DeclarationState: Hashable, Sendable {
  public let status: DeclarationStatus
  public let awardedOn: CalendarDate
  /// The last day for the acceptance, inclusive: three calendar months after the award
  /// (``Events/CalendarDate/adding(months:)``).
  public let lastDay: CalendarDate
  /// The flow accepted first, else the one deposited last; nil if there is none.
  public let flow: FlowID?
  /// The first day of this status; for `overdue`, the day after ``lastDay``.
  public let since: CalendarDate
  /// The event that determined the status: the award, the deposit or the answer; for `overdue`, the
  /// latest of them.
  public let position: Position
}
