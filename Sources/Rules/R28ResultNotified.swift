internal import Events
internal import Projections

/// R28 — the result of a VAE on an RNCP certification that is not sent within fifteen days is
/// reported, at the jury's last decision on the candidacy.
struct ResultSentInTime: LastingRule {
  let statement = RuleStatement(
    id: RuleID(number: 28),
    sentence: Text(
      "en VAE sur une certification du RNCP, le résultat est notifié au candidat dans les quinze jours de la dernière décision du jury",
      "for VAE on an RNCP certification the result is sent to the candidate within fifteen days of the jury’s last decision"
    ),
    source: Text(
      "Code du travail, R6412-1 à R6412-7", "Code du travail, R6412-1 to R6412-7"))
  let watches: Set<EventType> = [.blockValidated, .blockRefused]
  let reads: Set<Scope> = []

  /// The days within which the result is to be sent.
  static let days = 15
  /// The year from whose first day on decisions are asked for.
  static let firstYear = 2024

  func violations(
    in candidacy: CandidacyID, _ state: JudgingState, on day: CalendarDate
  ) -> [(position: Position, violation: Violation)] {
    guard state.framework(of: candidacy)?.registration.register == .rncp,
      let record = state.record(of: candidacy)
    else { return [] }
    if let died = state.before.deceased(candidacy), died <= day { return [] }
    var last: [JuryID: BlockDecision] = [:]
    for decision in record.decisions.all { last[decision.jury] = decision }
    return last.values.sorted { $0.position < $1.position }.compactMap { decision in
      let due = decision.decidedOn.adding(days: Self.days)
      guard decision.decidedOn.components.year >= Self.firstYear, due < day,
        record.pathway(on: decision.decidedOn) == .experience,
        state.before.annulledJuries[decision.jury] == nil
      else { return nil }
      let isSent = record.notifications.contains {
        $0.value == decision.jury && decision.decidedOn <= $0.moment.day && $0.moment.day <= due
      }
      return isSent ? nil : (decision.position, overdue(decision, of: candidacy, due))
    }
  }

  private func overdue(
    _ decision: BlockDecision, of candidacy: CandidacyID, _ due: CalendarDate
  ) -> Violation {
    Violation(
      Text(
        "le résultat du jury \(decision.jury) devait être notifié à \(candidacy) au plus tard le \(due.text.french)",
        "the result of jury \(decision.jury) was due to be sent to \(candidacy) by \(due)"),
      remedy: Text(
        "le résultat envoyé au candidat (ResultNotified)",
        "the result sent to the candidate (ResultNotified)"))
  }
}
