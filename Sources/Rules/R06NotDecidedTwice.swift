internal import Events
internal import Projections

/// R06 — a block already held is not decided again.
struct NotDecidedTwice: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 6),
    sentence: Text(
      "un bloc déjà acquis ne fait pas l’objet d’une nouvelle décision",
      "a block already held is not decided again"),
    source: Text(
      "règle interne", "house rule"))
  let judges: Set<EventType> = [.blockValidated, .blockRefused]

  func violation(by entry: Entry, in state: JudgingState) -> Violation? {
    guard let decision = entry.event.fact.decision,
      state.held(by: decision.candidacy, on: entry.day).contains(decision.block)
    else { return nil }
    return Violation(
      Text(
        "le bloc \(decision.block) de \(decision.candidacy) est déjà acquis",
        "block \(decision.block) of \(decision.candidacy) is already held"),
      remedy: Text(
        "d’abord la révocation de sa validation (JuryDecisionRevoked, RecognitionRevoked), ou l’annulation de l’entrée qui l’enregistre",
        "its validation revoked first (JuryDecisionRevoked, RecognitionRevoked), or the entry that records it annulled"
      ))
  }
}
