internal import Events
internal import Projections

/// R26 — an award in force, made from 2021-07-01 on, whose holder is not registered under any of their
/// ids, is reported: it cannot be declared.
struct HolderRegistered: StandingRule {
  let statement = RuleStatement(
    id: RuleID(number: 26),
    sentence: Text(
      "le titulaire d’une certification délivrée depuis le 1er juillet 2021 est enregistré, car la délivrance doit être déclarée",
      "the holder of an award made from 2021-07-01 on is registered, for the award must be declared"
    ),
    source: Text("Code du travail, L6113-8", "Code du travail, L6113-8"))

  func violation(
    byAwardOf candidacy: CandidacyID, in state: JudgingState, on day: CalendarDate
  ) -> Violation? {
    guard let award = state.record(of: candidacy)?.award,
      LegalDays.declarationsOwed <= award.day,
      let holder = state.enrolment(of: candidacy)?.candidate,
      !state.before.isRegistered(holder), state.before.deceased(candidacy) == nil
    else { return nil }
    return Violation(
      Text(
        "la délivrance de \(candidacy) ne peut pas être déclarée : l’identité de \(holder) n’est pas enregistrée",
        "the award of \(candidacy) cannot be declared: \(holder) is not registered"),
      remedy: Text(
        "l’identité de la personne (CandidateRegistered)",
        "the person's identity (CandidateRegistered)"))
  }
}
