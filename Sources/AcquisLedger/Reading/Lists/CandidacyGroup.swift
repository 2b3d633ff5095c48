internal import EventLog
internal import Events
internal import Projections

/// Some candidacies read by subject and folded together: what they share, a framework above all, is read once.
///
/// Cost: some index reads a candidacy; on a ledger of large frameworks a tenth of reading each alone.
struct CandidacyGroup {
  /// In fold order.
  private let events: [Envelope]

  /// How many are read at once, so that a long list needs the memory of one part.
  private static let most = 512

  /// Reads and folds candidacies up to a day, and calls the closure with each and the fold that it is in.
  ///
  /// - Parameter hasSittings: whether the sessions of their juries are read, on which deadlines depend and
  ///   states do not.
  /// - Throws: ``LogFailure``.
  static func each(
    of candidacies: [CandidacyID], to day: CalendarDate, known: Position, hasSittings: Bool,
    in log: any EventLog, _ take: (CandidacyID, LedgerState) -> Void
  ) throws {
    for start in stride(from: 0, to: candidacies.count, by: most) {
      let part = candidacies[start..<min(candidacies.count, start + most)]
      let group = try CandidacyGroup(of: part, known: known, hasSittings: hasSittings, in: log)
      let state = group.folded(to: day)
      for candidacy in part { take(candidacy, state) }
    }
  }

  private init(
    of candidacies: some Sequence<CandidacyID>, known: Position, hasSittings: Bool,
    in log: any EventLog
  ) throws {
    var boundary = ConsistencyBoundary(of: log, known: known)
    for candidacy in candidacies { try boundary.read(candidacy: candidacy) }
    if hasSittings {
      let juries = Set(
        boundary.inFoldOrder.compactMap { entry in
          entry.event.fact.candidacy == nil ? nil : entry.event.fact.jury
        })
      try boundary.read(juries.sorted().map { .jury($0) }, [.juryHeld, .eventAnnulled])
    }
    events = boundary.inFoldOrder
  }

  private func folded(to day: CalendarDate) -> LedgerState {
    var state = LedgerState(TimelessFacts(events))
    for envelope in events.prefix(while: { $0.event.occurredOn <= day }) { state.apply(envelope) }
    return state
  }
}
