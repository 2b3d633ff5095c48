internal import Events
internal import Projections

/// R13 — a recused member takes no part in the decision.
struct RecusedStaysOut: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 13),
    sentence: Text(
      "un membre récusé ne prend pas part à la décision",
      "a recused member takes no part in the decision"),
    source: Text(
      "règle de la maison", "rule of the house"))
  let judges: Set<EventType> = [.blockValidated, .blockRefused]
  let reads: Set<Scope> = [.jury]

  func violation(by entry: Entry, in state: JudgingState) -> Violation? {
    guard let decision = entry.event.fact.decision,
      let register = state.sameDay.juries[decision.jury]
    else { return nil }
    let present = register.presentIDs
    let taking = register.recused(from: decision.candidacy)
      .filter { present.contains($0) && !decision.without.contains($0) }
    guard let member = taking.first else { return nil }
    return Violation(
      Text(
        "\(member), récusé pour \(decision.candidacy), est présent et non écarté",
        "\(member), recused from \(decision.candidacy), is present and not left out"),
      remedy: Text("without=\(member) dans la décision", "without=\(member) in the decision"))
  }
}
