internal import Events
internal import Projections

/// R07 — a block is validated while the completion window is open.
struct WithinTheWindow: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 7),
    sentence: Text(
      "un bloc se valide tant que le délai pour compléter est ouvert",
      "a block is validated while the completion window is open"),
    source: Text(
      "3474, durée accordée pour compléter", "3474, time granted to complete"))
  let judges: Set<EventType> = [.blockValidated]

  func violation(by entry: Entry, in state: JudgingState) -> Violation? {
    guard case .blockValidated(let data) = entry.event.fact,
      let window = state.candidacy(data.candidacy, on: entry.day)?.window,
      window.status == .lapsed, let lastDay = window.lastDay
    else { return nil }
    return Violation(
      Text(
        "le délai de \(data.candidacy) pour compléter a pris fin le \(lastDay)",
        "the completion window of \(data.candidacy) closed on \(lastDay)"),
      remedy: Text(
        "une prolongation (CompletionWindowExtended), ou une nouvelle candidature",
        "an extension (CompletionWindowExtended), or a new candidacy"))
  }
}
