package import Events

/// Single facts of a candidacy's record, for rules that ask for one of them at almost every event.
///
/// None copies the record, whose dozen of references made a quarter of the time of all rules over a
/// history: in another module the table of records is also read without knowing its types.
extension LedgerState {
  /// Everything recorded about a candidacy: a copy.
  package func record(of candidacy: CandidacyID) -> CandidacyRecord? { records[candidacy] }

  /// The first enrolment of a candidacy, with its moment.
  package func enrolment(of candidacy: CandidacyID) -> CandidacyRecord.Dated<Enrolment>? {
    records.read(candidacy) { $0.enrolment } ?? nil
  }

  /// The pathway last chosen for a candidacy; nil before its enrolment and any change.
  package func pathway(of candidacy: CandidacyID) -> Pathway? {
    records.read(candidacy) { $0.pathway } ?? nil
  }

  /// The changes of a candidacy's pathway, in fold order.
  package func pathwayChanges(
    of candidacy: CandidacyID
  ) -> [CandidacyRecord.Dated<PathwayChanged>] {
    records.read(candidacy) { $0.pathwayChanges } ?? []
  }

  /// The withdrawal or the transfer of a candidacy that was not reopened since.
  package func withdrawal(of candidacy: CandidacyID) -> Moment? {
    records.read(candidacy) { $0.withdrawal } ?? nil
  }

  /// The award of a candidacy that is in force.
  package func awardInForce(of candidacy: CandidacyID) -> Moment? {
    records.read(candidacy) { $0.isAwarded ? $0.award : nil } ?? nil
  }

  /// The day of the earliest fact of a candidacy.
  package func firstDay(of candidacy: CandidacyID) -> CalendarDate? {
    records.read(candidacy) { $0.firstDay }
  }
}
