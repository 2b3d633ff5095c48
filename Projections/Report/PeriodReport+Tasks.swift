public import Events

/// A completion window that closes soon.
public struct ClosingWindow: Hashable, Sendable {
  /// The next session of a jury of the certification.
  public struct Session: Hashable, Sendable {
    public let jury: JuryID
    /// Its first day planned, which may be past while the session lasts.
    public let day: CalendarDate
  }

  public let candidacy: CandidacyID
  /// The person's current id.
  public let candidate: CandidateID
  public let certification: CertificationCode
  /// Inclusive.
  public let lastDay: CalendarDate
  /// From 0, on the last day.
  public let daysLeft: Int
  /// The blocks not held, in the framework's order.
  public let missing: [BlockCode]
  /// The first session planned for a day from the one asked to ``lastDay``, of a jury convened for this
  /// certification and neither cancelled nor annulled; nil if there is none.
  public let nextSession: Session?
}

/// The declarations of awards to the Caisse des Dépôts that no acceptance ends, on the day asked.
///
/// Only awards in force since 2021-07-01, of persons who did not die. `late` does not hide the answers: a
/// rejected declaration may be late too.
public struct ReportedDeclarations: Hashable, Sendable {
  /// The last day of the month after that of the day asked.
  public let horizon: CalendarDate
  /// Never deposited, and due from the day asked to ``horizon``.
  public internal(set) var due = 0
  /// Deposited and not answered, whatever the due day.
  public internal(set) var deposited = 0
  /// Rejected, to be sent again, whatever the due day.
  public internal(set) var rejected = 0
  /// Whose due day is past, whatever the answer.
  public internal(set) var late = 0
  /// The holders of every award outstanding, due soon or not, each once: those whose identity may still lack
  /// what a declaration needs.
  public internal(set) var holders: Set<CandidateID> = []
}

/// What the law asks of a VAE on an RNCP certification since 2024, and is not done on the day asked.
public struct ReportedExperience: Hashable, Sendable {
  /// Admissibility dossiers without a decision, within the two months after which silence admits
  /// (L6412-2). Nothing is owed after them.
  public let admissibilityDecisions: Int
  /// Validation dossiers since which no jury that summoned the candidacy has sat (R27).
  public let sessions: Int
  /// Of these, those whose third month is over.
  public let sessionsOverdue: Int
  /// Results that were not notified (R28).
  public let notifications: Int
  /// Of these, those whose 15 days are over.
  public let notificationsOverdue: Int
}

/// The surveys of holders that have no answer on the day asked.
public struct ReportedSurveys: Hashable, Sendable {
  /// The last day of the month after that of the day asked.
  public let horizon: CalendarDate
  /// Six months after an award, from the day asked to ``horizon``.
  public let sixMonths: Int
  /// Six months after an award, past.
  public let sixMonthsPast: Int
  /// Two years after an award, from the day asked to ``horizon``.
  public let twoYears: Int
  /// Two years after an award, past.
  public let twoYearsPast: Int
}

/// The entries that break one rule, by the day asked.
public struct ReportedRule: Hashable, Sendable {
  public let rule: RuleID
  /// Not waived.
  public let broken: Int
  /// Waived by whoever recorded them.
  public let waived: Int

  public init(rule: RuleID, broken: Int, waived: Int) {
    self.rule = rule
    self.broken = broken
    self.waived = waived
  }
}
