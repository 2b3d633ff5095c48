internal import Events
internal import Projections

/// R06 — a block already held, here or in the candidacy completed, is not decided or recognised again.
struct NotDecidedTwice: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 6),
    sentence: Text(
      "un bloc déjà acquis ne fait pas l’objet d’une nouvelle décision ni d’une reconnaissance",
      "a block already held is not decided or recognised again"),
    source: Text(
      "règle interne", "house rule"))
  let judges: Set<EventType> = [.blockValidated, .blockRefused, .priorValidationRecognised]

  func violation(by entry: Entry, in state: JudgingState) -> Violation? {
    guard let candidacy = entry.event.fact.candidacy, let block = entry.event.fact.blockGiven,
      state.held(by: candidacy, on: entry.day).contains(block)
    else { return nil }
    return Violation(
      Text(
        "le bloc \(block) de \(candidacy) est déjà acquis",
        "block \(block) of \(candidacy) is already held"),
      remedy: Text(
        "d’abord la révocation de sa validation (JuryDecisionRevoked, RecognitionRevoked), ou l’annulation de l’entrée qui l’enregistre",
        "its validation revoked first (JuryDecisionRevoked, RecognitionRevoked), or the entry that records it annulled"
      ))
  }
}

extension Fact {
  /// The block that a jury decides on, or that is recognised; nil for any other fact.
  fileprivate var blockGiven: BlockCode? {
    if case .priorValidationRecognised(let data) = self { return data.block }
    return decision?.block
  }
}
