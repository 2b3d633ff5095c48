public import Events

/// A last day on which something may or must be done.
public struct Deadline: Hashable, Sendable {
  /// What has the deadline. The raw value is that of the JSON.
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
    /// The time to decide on the *recevabilité* of a VAE dossier before silence decides (Code du
    /// travail, L6412-2).
    case admissibilityDecision
    /// The time for a jury to sit after a VAE validation dossier (R27).
    case session
    /// The time to notify the result of a VAE jury (R28).
    case notification
    /// The survey six months after an award.
    case surveySixMonths
    /// The survey two years after an award.
    case surveyTwoYears
  }

  public let kind: Kind
  /// The candidacy or certification concerned.
  public let subject: Subject
  /// Inclusive.
  public let lastDay: CalendarDate
  /// Days until ``lastDay``, 0 on the last day; negative once it is past.
  public let daysLeft: Int

  /// - Parameter day: the day asked.
  public init(_ due: Standing.Due, of subject: Subject, on day: CalendarDate) {
    kind = due.kind
    self.subject = subject
    lastDay = due.lastDay
    daysLeft = day.days(until: due.lastDay)
  }
}
