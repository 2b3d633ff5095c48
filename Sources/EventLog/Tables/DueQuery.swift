package import Events

/// The last days that the lists of deadlines name on a day.
package struct DueQuery: Hashable, Sendable {
  package let on: CalendarDate
  package let lastDays: ClosedRange<CalendarDate>
  /// Whether the latest come first.
  package let isLatestFirst: Bool

  package init(on day: CalendarDate, lastDays: ClosedRange<CalendarDate>, isLatestFirst: Bool) {
    on = day
    self.lastDays = lastDays
    self.isLatestFirst = isLatestFirst
  }

  package func accepts(_ row: DueRow) -> Bool {
    row.days.contains(on) && lastDays.contains(row.lastDay)
  }
}

/// A last day of a candidacy.
package struct DueMatch: Hashable, Sendable {
  package let candidacy: CandidacyID
  package let kind: String
  package let lastDay: CalendarDate

  package init(candidacy: CandidacyID, kind: String, lastDay: CalendarDate) {
    self.candidacy = candidacy
    self.kind = kind
    self.lastDay = lastDay
  }
}

/// What candidacies are counted by.
package struct StandingKind: Hashable, Sendable {
  package let status: String
  package let certification: CertificationCode

  package init(status: String, certification: CertificationCode) {
    self.status = status
    self.certification = certification
  }
}
