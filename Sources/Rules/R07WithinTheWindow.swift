internal import Events
internal import Projections

/// R07 — a block is validated or recognised while the completion window is open.
struct WithinTheWindow: EventRule {
  let statement = RuleStatement(
    id: RuleID(number: 7),
    sentence: Text(
      "un bloc se valide ou se reconnaît tant que le délai pour compléter est ouvert",
      "a block is validated or recognised while the completion window is open"),
    source: Text(
      "3474, durée accordée pour compléter", "3474, time granted to complete"))
  let judges: Set<EventType> = [.blockValidated, .priorValidationRecognised]

  func violation(by entry: Entry, in state: JudgingState) -> Violation? {
    guard let candidacy = entry.event.fact.candidacy,
      let window = state.before.window(of: candidacy, on: entry.day),
      window.status == .lapsed, let lastDay = window.lastDay
    else { return nil }
    return Violation(
      Text(
        "le délai de \(candidacy) pour compléter a pris fin le \(lastDay.text.french)",
        "the completion window of \(candidacy) closed on \(lastDay)"),
      remedy: Text(
        "une prolongation (CompletionWindowExtended), ou une nouvelle candidature",
        "an extension (CompletionWindowExtended), or a new candidacy"))
  }
}
