internal import Events
internal import Projections

/// R07 — a block is validated while the completion window is open.
struct WithinTheWindow: Rule {
  let id = RuleID(known: 7)
  let sentence = Text(
    "un bloc se valide tant que le délai pour compléter est ouvert",
    "a block is validated while the completion window is open")
  let source = Text(
    "3474, durée accordée pour compléter", "3474, time granted to complete")
  let judges: Set<EventType> = [.blockValidated]

  func breach(by entry: Entry, in history: History) -> Breach? {
    guard case .blockValidated(let data) = entry.event.fact,
      let window = history.state(of: data.candidacy, on: entry.day)?.window,
      window.status == .lapsed, let lastDay = window.lastDay
    else { return nil }
    return Breach(
      Text(
        "le délai de \(data.candidacy) pour compléter a pris fin le \(lastDay)",
        "the window of \(data.candidacy) closed on \(lastDay)"),
      remedy: Text(
        "une prolongation (CompletionWindowExtended), ou une nouvelle candidature",
        "an extension (CompletionWindowExtended), or a new candidacy"))
  }
}
