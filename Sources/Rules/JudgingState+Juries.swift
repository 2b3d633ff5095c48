internal import Events
internal import Projections

/// What the rules about juries read.
extension JudgingState {
  /// Whether a jury of one certification may meet a candidacy for another: they are the same, or one
  /// is a version of the other, earlier or later, by the end of the entry's day.
  func isVersion(_ jury: CertificationCode, of candidacy: CertificationCode) -> Bool {
    sameDay.supersessions.isSame(jury, asOrOlderThan: candidacy)
      || sameDay.supersessions.isSame(candidacy, asOrOlderThan: jury)
  }
}
