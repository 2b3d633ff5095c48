internal import Events
internal import Projections

/// What the rules about juries read.
extension JudgingState {
  /// The pathway that a candidacy follows by the end of the entry's day; nil before its enrolment.
  func pathway(of candidacy: CandidacyID) -> Pathway? { enrolment(of: candidacy)?.pathway }

  /// Whether a jury of one certification may meet a candidacy for another: they are the same, or one
  /// is a version of the other, earlier or later, by the end of the entry's day.
  func isVersion(_ jury: CertificationCode, of candidacy: CertificationCode) -> Bool {
    sameDay.supersessions.isSame(jury, asOrOlderThan: candidacy)
      || sameDay.supersessions.isSame(candidacy, asOrOlderThan: jury)
  }
}
