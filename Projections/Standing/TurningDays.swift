internal import Events

/// How time alone, without a further event, enters what is derived of one candidacy.
///
/// | what | until its last day | from the day after |
/// |---|---|---|
/// | a validation or recognition, here or in a candidacy completed | the block is held | it is not; the window may open later |
/// | the completion window | open, listed | lapsed, no more listed |
/// | a favourable decision on admissibility | admissible, listed | not by it |
/// | two months after an admissibility dossier | the decision is due | silence has decided, the decision is due no more |
/// | three months after an award | its declaration is in time | late unless accepted |
///
/// Nothing else does: the policy of a window is that of the day it opened, that of a validity the day it
/// started, so that a policy effective on a later day changes no fact of before; the end or the suspension of
/// a registration closes enrolments, not candidacies; what was due and is not done stays listed as past. A new
/// question about the day in a derivation needs its turning day here: the law of the standings fails without.
extension LedgerState {
  /// The days on which what is derived of a candidacy may change, past or not, unordered, with duplicates;
  /// without the end of its window, which follows from its state.
  func turningDays(of id: CandidacyID, _ record: CandidacyRecord) -> [CalendarDate] {
    var lastDays = record.admissibilityDecisions.compactMap(\.value.validUntil)
    for dossier in record.dossiers where dossier.value == .admissibility {
      lastDays.append(dossier.moment.day.adding(months: 2))
    }
    if let award = record.award, record.awardRevoked == nil {
      lastDays.append(award.day.adding(months: 3))
    }
    let completed = record.enrolment?.value.completes
    if completed == nil {
      let certification = record.enrolment?.value.certification
      lastDays += validityEnds(record, certification.flatMap { timeless.frameworks[$0] })
    } else {
      for link in chain(of: id) { lastDays += validityEnds(link.record, link.framework) }
    }
    return lastDays.map(\.dayAfter)
  }
}

extension CalendarDate {
  /// The next day; the last of all is its own.
  var dayAfter: CalendarDate { adding(days: 1) }
}
