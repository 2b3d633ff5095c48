public import Events

/// Where the declaration of an award to the Caisse des Dépôts stands on a day (Code du travail, L6113-8
/// and R6113-17-2).
public enum DeclarationStatus: String, CaseIterable, Hashable, Sendable {
  /// Nothing deposited yet.
  case due
  /// Deposited, not answered yet.
  case declared
  /// The award is registered there, in time or not.
  case accepted
  /// To be sent again.
  case rejected
  /// The last day is past and no deposit was accepted, whether one waits for its answer or not: what
  /// R21 asks for within the three months is the acceptance.
  case overdue
}

/// The declaration of one award on one day.
public struct DeclarationState: Hashable, Sendable {
  /// Where it stands.
  public let status: DeclarationStatus
  /// The day of the award.
  public let awardedOn: CalendarDate
  /// The last day to have it accepted, itself in: three calendar months after the award
  /// (``Events/CalendarDate/adding(months:)``).
  public let lastDay: CalendarDate
  /// The flow accepted first, else the latest deposited; nil where none was.
  public let flow: FlowID?
  /// The day this status began; where overdue, the day after the last.
  public let since: CalendarDate
  /// The event that made it so: the award, the deposit or the answer. Where overdue, the last of them:
  /// what it was waiting on when time ran out.
  public let position: Position
}
