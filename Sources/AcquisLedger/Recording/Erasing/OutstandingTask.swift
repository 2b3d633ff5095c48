internal import EventLog
public import Events
public import Projections

/// Something that remains to be done for a person who is to be erased, and that cannot be done under their
/// name afterwards.
public enum OutstandingTask: Hashable, Sendable {
  /// The award's declaration to the Caisse des Dépôts is not accepted yet; the last day for it.
  case declaration(CandidacyID, DeclarationStatus, lastDay: CalendarDate)
  /// A jury is to decide on the candidacy.
  case jury(CandidacyID)
  /// Every block is held or the certification is awarded, and no certificate was issued.
  case certificate(CandidacyID)
}

extension PersonHistory {
  /// What remains to be done on a day for the person's candidacies.
  ///
  /// Cost: some index reads for each candidacy.
  func outstandingTasks(on day: CalendarDate, known: Position, in log: some EventLog) throws
    -> [OutstandingTask]
  {
    var outstandingTasks: [OutstandingTask] = []
    for candidacy in candidacies {
      let history = try CandidacyHistory(of: candidacy, known: known, in: log)
      if let declaration = history.declaration(on: day), declaration.status != .accepted {
        outstandingTasks.append(
          .declaration(candidacy, declaration.status, lastDay: declaration.lastDay))
      }
      guard let state = history.state(on: day) else { continue }
      if state.status == .awaitingJury || state.awaitingJury {
        outstandingTasks.append(.jury(candidacy))
      }
      if [.certified, .awardPending].contains(state.status), state.certificate == nil {
        outstandingTasks.append(.certificate(candidacy))
      }
    }
    return outstandingTasks
  }
}
