internal import EventLog
public import Events
public import Projections

/// Something that remains to be done for a person who is to be erased, and that cannot be done under their
/// name afterwards.
public enum OutstandingTask: Hashable, Sendable {
  /// The award's declaration to the Caisse des Dépôts is owed and not accepted; the last day for it.
  case declaration(CandidacyID, DeclarationAnswer, due: CalendarDate, isLate: Bool)
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
      guard let state = history.state(on: day) else { continue }
      if let declaration = state.declaration, declaration.isOutstanding,
        let due = declaration.due, !history.isDeceased(on: day)
      {
        outstandingTasks.append(
          .declaration(candidacy, declaration.answer, due: due, isLate: declaration.isLate))
      }
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
