public import Events

/// The certifier's month or year: what happened in it, and what is to be done on the day asked.
///
/// Two times are kept apart. The first part counts facts of the ``period``, each by its own day, as they
/// stand on the day ``on``: an award revoked since is left out, as in ``YearStatistics``. The second part is
/// of the day ``on`` alone, whatever the period. Candidacies are counted, not persons, unless said.
public struct PeriodReport: Hashable, Sendable {
  public let period: ReportPeriod
  /// The one certification that is counted; nil: all of them.
  public let certification: CertificationCode?
  public let on: CalendarDate
  public let known: Position

  // MARK: The period

  /// Awards in force, by month and by certification.
  public let awards: ReportedAwards
  /// Of every jury together.
  public let outcomes: Outcomes
  /// Of the persons presented for a certification for the first time in the period, those whom that jury
  /// certified. A person counts once for a certification, under all ids; who was presented before in a
  /// candidacy that this one completes is not new. A person absent was not presented.
  public let firstPresentation: Share
  /// The juries that decided on a candidacy, noted an absence or sat in the period, by day, then by id.
  public let sessions: [ReportedSession]
  /// The pathways of those presented or absent, by the pathway of that day; in the vocabulary's order.
  public let pathways: [ReportedPathway]
  /// From the first favourable decision on a candidacy's admissibility, recorded or by silence, to its first
  /// presentation to a jury.
  public let admissibilityToJury: ReportedDelay
  /// The entries that occurred in the period with rules waived, in fold order.
  public let waivers: [WaivedEntry]

  // MARK: The day asked

  /// The windows that ``LedgerState/deadlines(on:within:)`` lists as closing within 90 days.
  public let closingWindows: [ClosingWindow]
  public let declarations: ReportedDeclarations
  public let experience: ReportedExperience
  /// The last days to enrol and to deliver of each certification, from 365 days ago to 365 days ahead, by
  /// day.
  public let registrations: [Deadline]
  public let surveys: ReportedSurveys
  /// The rules broken by the day asked, by number.
  public let findings: [ReportedRule]

  /// How many days ahead windows are listed.
  public static let windowDays = 90
  /// How many days ahead and back registrations are listed.
  public static let registrationDays = 365
}

/// The awards in force on the day asked, by the day of the award.
public struct ReportedAwards: Hashable, Sendable {
  /// Of the twelve months of the period's year, from January.
  public internal(set) var byMonth = [Int](repeating: 0, count: 12)
  /// Of the same months of the year before.
  public internal(set) var byMonthBefore = [Int](repeating: 0, count: 12)
  /// Of the period, for each certification with an award in it, by code.
  public internal(set) var byCertification: [Line] = []
  /// The last month counted in ``sinceJanuary``, from 1.
  public let lastMonth: Int

  /// The awards of one certification.
  public struct Line: Hashable, Sendable {
    public let certification: CertificationCode
    public internal(set) var certified = 0
    /// Of these, by VAE, by the pathway of the award's day.
    public internal(set) var byExperience = 0
  }

  init(upTo month: Int) { lastMonth = month }

  /// In the period.
  public var certified: Int { byCertification.reduce(0) { $0 + $1.certified } }
  /// In the period, by VAE, by the pathway of the award's day.
  public var byExperience: Int { byCertification.reduce(0) { $0 + $1.byExperience } }
  /// From January of the period's year to the period's last month.
  public var sinceJanuary: Int { byMonth.prefix(lastMonth).reduce(0, +) }
  /// In the same months of the year before.
  public var sinceJanuaryBefore: Int { byMonthBefore.prefix(lastMonth).reduce(0, +) }
}

/// A jury's session.
public struct ReportedSession: Hashable, Sendable {
  public let jury: JuryID
  /// Nil for a jury that was never convened.
  public let certification: CertificationCode?
  /// The first day of the period on which it sat, decided or noted an absence.
  public let day: CalendarDate
  public let outcomes: Outcomes
}

/// A pathway.
public struct ReportedPathway: Hashable, Sendable {
  public let pathway: Pathway
  public let outcomes: Outcomes
}

/// The days between two moments of several candidacies.
public struct ReportedDelay: Hashable, Sendable {
  /// Half of them took as many days or fewer; of an even number the mean of the two in the middle, rounded
  /// half up. Nil of nothing.
  public let medianDays: Int?
  /// The candidacies first presented in the period that were declared admissible by that day.
  public let base: Int

  init(_ days: [Int]) {
    base = days.count
    let sorted = days.sorted()
    let middle = sorted.count / 2
    if sorted.isEmpty {
      medianDays = nil
    } else if sorted.count.isMultiple(of: 2) {
      medianDays = (sorted[middle - 1] + sorted[middle] + 1) / 2
    } else {
      medianDays = sorted[middle]
    }
  }
}

/// An entry for which rules were waived.
public struct WaivedEntry: Hashable, Sendable {
  public let position: Position
  public let day: CalendarDate
  public let rules: [RuleID]
  /// Who recorded it.
  public let recordedBy: RecorderID
  /// The candidacy that it is about; nil for none.
  public let candidacy: CandidacyID?
  /// The jury that it is about; nil for none.
  public let jury: JuryID?
}
