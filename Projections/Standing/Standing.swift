public import Events

/// What the lists of today show of one candidacy, from a day on, while no further event is recorded.
///
/// A state changes by time alone: a window closes, a *recevabilité* or a block's validity ends, a declaration
/// becomes late. Each such day begins another standing, so that a list of any later day needs no fold.
public struct Standing: Hashable, Sendable {
  /// The first day; it lasts until the day before the next standing's, or without end.
  public let from: CalendarDate
  /// The person's current id, after merges.
  public let candidate: CandidateID
  public let certification: CertificationCode
  public let pathway: Pathway
  public let status: CandidacyStatus
  public let window: CompletionWindow.Status
  /// The last day of the window; nil without one.
  public let windowLastDay: CalendarDate?
  /// As of ``LedgerState/isLastOfChain(_:)``: whether the list of windows includes this candidacy.
  public let isLastOfChain: Bool
  /// The declaration of the award in force; nil without one.
  public let declaration: DeclarationAnswer?
  /// Whether the award in force is owed to the Caisse des Dépôts, accepted or not.
  public let isOwed: Bool
  /// As of ``DeclarationState/isLate``.
  public let isLate: Bool
  /// Whether someone is to look into something.
  public let isToReview: Bool
  /// The blocks not held, in the framework's order.
  public let missing: [BlockCode]
  /// What has a last day, also those past and not done: of this candidacy, the rows of
  /// ``LedgerState/deadlines(on:within:)`` without limit and of ``LedgerState/pastDeadlines(on:)``; by last
  /// day, then kind.
  public let deadlines: [Due]

  package init(
    from: CalendarDate, candidate: CandidateID, certification: CertificationCode,
    pathway: Pathway, status: CandidacyStatus, window: CompletionWindow.Status,
    windowLastDay: CalendarDate?, isLastOfChain: Bool, declaration: DeclarationAnswer?,
    isOwed: Bool, isLate: Bool, isToReview: Bool, missing: [BlockCode], deadlines: [Due]
  ) {
    self.from = from
    self.candidate = candidate
    self.certification = certification
    self.pathway = pathway
    self.status = status
    self.window = window
    self.windowLastDay = windowLastDay
    self.isLastOfChain = isLastOfChain
    self.declaration = declaration
    self.isOwed = isOwed
    self.isLate = isLate
    self.isToReview = isToReview
    self.missing = missing
    self.deadlines = deadlines
  }

  /// A last day on which something may or must be done, for a candidacy or a certification.
  public struct Due: Hashable, Sendable {
    public let kind: Deadline.Kind
    /// Inclusive.
    public let lastDay: CalendarDate

    package init(_ kind: Deadline.Kind, _ lastDay: CalendarDate) {
      self.kind = kind
      self.lastDay = lastDay
    }
  }
}

/// What the lists need of one candidacy on every day from a day on.
public struct Standings: Hashable, Sendable {
  public let candidacy: CandidacyID
  /// Ascending by day, each different from the one before; the first one's day is the day asked.
  public let intervals: [Standing]
  /// Its award as the statistics count it; nil without one in force.
  public let award: CountedAward?

  package init(candidacy: CandidacyID, intervals: [Standing], award: CountedAward?) {
    self.candidacy = candidacy
    self.intervals = intervals
    self.award = award
  }
}
