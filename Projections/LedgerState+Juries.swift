internal import Events

/// What the annulment of a jury changes of the candidacies.
extension LedgerState {
  /// Whether a jury was cancelled or annulled, so that nobody awaits it.
  func decidesNothing(_ jury: JuryID) -> Bool {
    cancelledJuries.contains(jury) || annulledJuries[jury] != nil
  }

  /// Records the first annulment of a jury: each of its decisions has fallen.
  ///
  /// Cost: a pass over all records; juries are seldom annulled.
  mutating func annul(_ jury: JuryID, _ moment: Moment) {
    guard annulledJuries[jury] == nil else { return }
    annulledJuries[jury] = moment
    let decided = records.filter { $0.value.decisions.hasDecision(of: jury) }.map(\.key)
    for id in decided { records.change(id) { $0.decisions.fall(of: jury, moment) } }
  }

  /// Overturns at once what an annulled jury decides.
  mutating func fallIfAnnulled(_ jury: JuryID, _ candidacy: CandidacyID, _ moment: Moment) {
    if annulledJuries[jury] == nil { return }
    records.change(candidacy) { $0.decisions.fall(of: jury, moment) }
  }
}
