public import Events

/// A last day on which something may or must be done.
public struct Deadline: Hashable, Sendable {
  /// What has the deadline.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// The time to validate the missing blocks of a candidacy.
    case completionWindow
    /// The validity of a candidacy's *recevabilité*.
    case admissibility
    /// The enrolments for a certification.
    case registration
    /// The awards of a certification.
    case lastDelivery
    /// The time to have an award accepted by the Caisse des Dépôts.
    case declaration
  }

  public let kind: Kind
  /// The candidacy or certification concerned.
  public let subject: Subject
  /// Inclusive.
  public let lastDay: CalendarDate
  /// Days until ``lastDay``, 0 on the last day; negative only for an overdue declaration.
  public let daysLeft: Int
}
