internal import Events
internal import Projections

/// R13 — a recused member takes no part in the decision.
struct RecusedStaysOut: Rule {
  let id = RuleID(known: 13)
  let sentence = Text(
    "un membre récusé ne prend pas part à la décision",
    "a recused member takes no part in the decision")
  let source = Text(
    "règle de la maison", "rule of the house")
  let judges: Set<EventType> = [.blockValidated, .blockRefused]
  let reads: Set<Reach> = [.jury]

  func breach(by entry: Entry, in history: History) -> Breach? {
    guard let decision = entry.event.fact.decision,
      let register = history.wholeDay.juries[decision.jury]
    else { return nil }
    let present = register.presentIDs
    let taking = register.recused(from: decision.candidacy)
      .filter { present.contains($0) && !decision.without.contains($0) }
    guard let member = taking.first else { return nil }
    return Breach(
      Text(
        "\(member), récusé pour \(decision.candidacy), est présent et non écarté",
        "\(member), recused from \(decision.candidacy), is present and not left out"),
      remedy: Text("without=\(member) dans la décision", "without=\(member) in the decision"))
  }
}
