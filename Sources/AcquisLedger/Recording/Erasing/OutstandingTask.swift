internal import EventLog
public import Events
public import Projections

/// What a person is still owed, or owes, when they are to be erased: afterwards it cannot be done under
/// their name.
public enum OutstandingTask: Hashable, Sendable {
  /// The award is to be declared to the Caisse des Dépôts, and is not accepted yet.
  case declaration(CandidacyID, DeclarationStatus, lastDay: CalendarDate)
  /// A jury is to decide on the candidacy.
  case jury(CandidacyID)
  /// Every block is held or the certification awarded, and no certificate was issued.
  case certificate(CandidacyID)
}

extension PersonHistory {
  /// What is owed on a day, by the candidacies of the person.
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
