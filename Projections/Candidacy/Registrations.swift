package import Events

extension LedgerState {
  /// Whether a person is registered by the fold's day, under any of their merged ids.
  package func isRegistered(_ candidate: CandidateID) -> Bool {
    registered.contains(timeless.person(candidate))
  }
}
