public import Events

extension LedgerState {
  /// Whether no candidacy enrolled completes this one: of candidacies that complete one another, which
  /// share one window, the last is listed, whatever its status.
  public func isLastOfChain(_ candidacy: CandidacyID) -> Bool {
    !continuations[candidacy, default: []].contains { records[$0]?.enrolment != nil }
  }
}
