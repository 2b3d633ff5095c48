package import Events

/// The deaths recorded, by person.
struct Deaths: Sendable {
  /// The earliest death recorded of each person, by the current id.
  private var moments: [CandidateID: Moment] = [:]

  /// Records a death; a second one of the same person changes nothing.
  mutating func record(_ person: CandidateID, _ moment: Moment) {
    if moments[person] == nil { moments[person] = moment }
  }

  func moment(of person: CandidateID) -> Moment? { moments[person] }
}

extension LedgerState {
  /// The day of a person's death, under any of their merged ids; nil if none is recorded by the
  /// fold's day. From that day, included, nothing is owed by or to the person.
  package func deceased(_ candidate: CandidateID) -> CalendarDate? {
    deaths.moment(of: timeless.person(candidate))?.day
  }

  /// The day of the death of a candidacy's person; nil if none is recorded, and before the
  /// enrolment.
  package func deceased(_ candidacy: CandidacyID) -> CalendarDate? {
    records[candidacy]?.enrolment.flatMap { deceased($0.value.candidate) }
  }
}
