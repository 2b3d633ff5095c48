internal import Events
internal import Projections

/// R31 — a decision more than two months after the jury's last session day is reported.
struct DecidedSoonAfter: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 31),
    sentence: Text(
      "une décision est prise dans les deux mois qui suivent le dernier jour de session du jury",
      "a decision is made within two months of the jury’s last session day"),
    source: Text(
      "règle interne", "house rule"))
  let judges: Set<EventType> = [.blockValidated, .blockRefused]
  var weight: FindingWeight { .notice }
  let reads: Set<Scope> = [.jury]

  func severity(on type: EventType) -> Severity { .finds }

  func violation(by entry: Entry, in state: JudgingState) -> Violation? {
    guard let decision = entry.event.fact.decision,
      let session = state.sameDay.juries[decision.jury]?.session,
      session.last.adding(months: 2) < entry.day
    else { return nil }
    return Violation(
      Text(
        "la décision est du \(entry.day.text.french), plus de deux mois après la session du jury \(decision.jury) (dernier jour : \(session.last.text.french))",
        "the decision is of \(entry.day), more than two months after the session of jury \(decision.jury) (last day: \(session.last))"
      ),
      remedy: Text(
        "un nouveau jury pour une nouvelle évaluation, ou le jour exact de la décision",
        "a new jury for a new assessment, or the decision’s own day"))
  }
}
