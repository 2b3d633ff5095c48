public import Events

/// A day by which something must be done.
public struct Deadline: Hashable, Sendable {
  /// What ends.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// The time to validate the missing blocks of a candidacy.
    case completionWindow
    /// The validity of a candidacy's *recevabilité*.
    case admissibility
    /// The enrolments on a certification.
    case registration
    /// The awards of a certification.
    case lastDelivery
    /// The time to have an award accepted by the Caisse des Dépôts.
    case declaration
  }

  /// What ends.
  public let kind: Kind
  /// The candidacy or certification it ends for.
  public let subject: Subject
  /// The last day, itself in.
  public let lastDay: CalendarDate
  /// Days left, 0 on the last day; negative for an overdue declaration only.
  public let daysLeft: Int
}
