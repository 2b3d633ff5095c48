package import Events

/// The rows that a store keeps of one candidacy for the lists of today, derived from the log and from nothing
/// else: what it is on each day from the day it was derived, while no further entry touches it.
///
/// Words are the raw values of the projections' types: a store interns them and knows none of their meanings.
/// Contains no name and nothing of the vault.
package struct CandidacyRows: Hashable, Sendable {
  package let candidacy: CandidacyID
  /// Ascending, without a gap, the last without end. Empty if the candidacy is in no list.
  package let standings: [StandingRow]
  /// By last day, kind and first day.
  package let dues: [DueRow]
  /// The award in force; nil without one.
  package let award: AwardRow?

  package init(
    candidacy: CandidacyID, standings: [StandingRow] = [], dues: [DueRow] = [],
    award: AwardRow? = nil
  ) {
    self.candidacy = candidacy
    self.standings = standings
    self.dues = dues
    self.award = award
  }

  /// What the rows say of a day and those after it: equal for rows that were derived on different days.
  package func from(_ day: CalendarDate) -> CandidacyRows {
    CandidacyRows(
      candidacy: candidacy,
      standings: standings.filter { $0.days.upperBound >= day }.map { row in
        var row = row
        row.days = max(row.days.lowerBound, day)...row.days.upperBound
        return row
      },
      dues: dues.filter { $0.days.upperBound >= day }.map { row in
        var row = row
        row.days = max(row.days.lowerBound, day)...row.days.upperBound
        return row
      }, award: award)
  }
}

/// What a candidacy is on some days.
package struct StandingRow: Hashable, Sendable {
  /// The last one's upper bound is ``Events/CalendarDate/last``.
  package var days: ClosedRange<CalendarDate>
  package let status: String
  package let certification: CertificationCode
  package let pathway: String
  /// The state of its window; nil without one.
  package let window: String?
  /// ``Events/CalendarDate/last`` for a window without limit, and without a window.
  package let windowLastDay: CalendarDate
  package let isLastOfChain: Bool
  /// The declaration of its award in force; nil without one.
  package let declaration: String?
  package let isOwed: Bool
  package let isLate: Bool
  package let isToReview: Bool
  package let missing: [BlockCode]

  package init(
    days: ClosedRange<CalendarDate>, status: String, certification: CertificationCode,
    pathway: String, window: String?, windowLastDay: CalendarDate, isLastOfChain: Bool,
    declaration: String?, isOwed: Bool, isLate: Bool, isToReview: Bool, missing: [BlockCode]
  ) {
    self.days = days
    self.status = status
    self.certification = certification
    self.pathway = pathway
    self.window = window
    self.windowLastDay = windowLastDay
    self.isLastOfChain = isLastOfChain
    self.declaration = declaration
    self.isOwed = isOwed
    self.isLate = isLate
    self.isToReview = isToReview
    self.missing = missing
  }
}

/// A last day, and the days on which the lists of deadlines name it.
package struct DueRow: Hashable, Sendable {
  package let kind: String
  package let lastDay: CalendarDate
  package var days: ClosedRange<CalendarDate>

  package init(kind: String, lastDay: CalendarDate, days: ClosedRange<CalendarDate>) {
    self.kind = kind
    self.lastDay = lastDay
    self.days = days
  }
}

/// An award as the statistics count it: equal for awards that they do not tell apart.
package struct AwardRow: Hashable, Sendable {
  /// The answer to a survey, from none to the best.
  package enum Answer: Int, Sendable {
    case none, no, employed, inOccupation
  }

  package let certification: CertificationCode
  package let year: Int
  package let isByExperience: Bool
  package let sixMonths: Answer
  /// Never ``Answer/employed``: the statistics do not count it.
  package let twoYears: Answer

  package init(
    certification: CertificationCode, year: Int, isByExperience: Bool, sixMonths: Answer,
    twoYears: Answer
  ) {
    self.certification = certification
    self.year = year
    self.isByExperience = isByExperience
    self.sixMonths = sixMonths
    self.twoYears = twoYears
  }
}
