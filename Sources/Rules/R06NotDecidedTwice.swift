internal import Events
internal import Projections

/// R06 — a block already held is not decided again.
struct NotDecidedTwice: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 6),
    sentence: Text(
      "un bloc déjà détenu n’est pas décidé à nouveau",
      "a block already held is not decided again"),
    source: Text(
      "règle de la maison", "rule of the house"))
  let judges: Set<EventType> = [.blockValidated, .blockRefused]

  func violation(by entry: Entry, in state: JudgingState) -> Violation? {
    guard let decision = entry.event.fact.decision,
      state.held(by: decision.candidacy, on: entry.day).contains(decision.block)
    else { return nil }
    return Violation(
      Text(
        "\(decision.block) est déjà détenu par \(decision.candidacy)",
        "\(decision.block) is already held by \(decision.candidacy)"),
      remedy: Text(
        "révoquez d’abord la décision (JuryDecisionRevoked), ou annulez l’entrée",
        "revoke the decision first (JuryDecisionRevoked), or annul the entry"))
  }
}
