internal import Events

extension CandidacyState {
  /// Whether the candidacy can still go on (R22): not ended, and its window not closed.
  package var isLive: Bool {
    switch status {
    case .revoked, .certified, .continued, .withdrawn, .inadmissible: false
    case .awardPending, .partiallyCertified, .lapsed, .awaitingJury, .refused, .inPreparation,
      .admissible, .enrolled:
      window.status != .lapsed
    }
  }
}
