internal import Events
internal import Projections

/// R06 — a block already held is not decided again.
struct NotDecidedTwice: Rule {
  let id = RuleID(known: 6)
  let sentence = Text(
    "un bloc déjà détenu n’est pas décidé à nouveau",
    "a block already held is not decided again")
  let source = Text(
    "règle de la maison", "rule of the house")
  let judges: Set<EventType> = [.blockValidated, .blockRefused]

  func breach(by entry: Entry, in history: History) -> Breach? {
    guard let decision = entry.event.fact.decision,
      history.held(by: decision.candidacy, on: entry.day).contains(decision.block)
    else { return nil }
    return Breach(
      Text(
        "\(decision.block) est déjà détenu par \(decision.candidacy)",
        "\(decision.block) is already held by \(decision.candidacy)"),
      remedy: Text(
        "révoquez d’abord la décision (JuryDecisionRevoked), ou annulez l’entrée",
        "revoke the decision first (JuryDecisionRevoked), or annul the entry"))
  }
}
